using Azure.Core;
using Azure.Core.Pipeline;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>Puts the resource's key on each request.</summary>
internal sealed class SubscriptionKeyPolicy(string key) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key);
}
