using Iasios.Core.Ledger;

namespace Iasios.Core.Tests.Ledger;

/// <summary>The audit chain: what was changed afterwards shows, and what must be erased can be.</summary>
public sealed class AuditChainTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_chain_runs_from_1_without_gaps_and_is_whole()
    {
        var chain = Chain();

        Assert.Equal([1L, 2L, 3L], chain.Select(entry => entry.Sequence));
        Assert.True(IsWhole(chain));
    }

    public static TheoryData<string, Func<AuditEntry, AuditEntry>> Forgeries() => new()
    {
        { "sequence", entry => entry with { Sequence = 9 } },
        { "time", entry => entry with { At = entry.At.AddTicks(1) } },
        { "actor", entry => entry with { Actor = "somebody else" } },
        { "action", entry => entry with { Action = "deleted" } },
        { "operation", entry => entry with { OperationId = "another" } },
        { "payload", entry => entry with { Payload = """{"document":"other"}""" } },
        { "salt", entry => entry with { Salt = new string('0', 32) } },
        { "digest", entry => entry with { Digest = new string('0', 64) } },
        { "previous", entry => entry with { PreviousHash = new string('0', 64) } },
        { "hash", entry => entry with { Hash = new string('0', 64) } },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_changed_entry_shows(string field, Func<AuditEntry, AuditEntry> forge)
    {
        var chain = Chain();
        chain[1] = forge(chain[1]);

        Assert.False(IsWhole(chain), field);
    }

    [Fact]
    public void A_removed_entry_shows()
    {
        var chain = Chain();
        chain.RemoveAt(1);

        Assert.False(IsWhole(chain));
    }

    [Fact]
    public void An_entry_that_was_made_anew_in_the_middle_shows()
    {
        var chain = Chain();
        chain[1] = AuditEntry.After(new(chain[0].Sequence, chain[0].Hash), At, "system", "filed", "operation 2", "{}");

        Assert.False(IsWhole(chain));
    }

    [Fact]
    public void A_payload_can_be_erased_with_its_salt_and_the_chain_stays_whole()
    {
        var chain = Chain();
        chain[1] = chain[1] with { Payload = "", Salt = "" };

        Assert.True(IsWhole(chain));
    }

    [Fact]
    public void The_same_payload_has_another_digest_each_time_so_that_nobody_can_guess_what_was_erased()
    {
        var one = AuditEntry.After(AuditHead.Empty, At, "system", "filed", "operation", "{}");
        var other = AuditEntry.After(AuditHead.Empty, At, "system", "filed", "operation", "{}");

        Assert.NotEqual(one.Digest, other.Digest);
    }

    [Fact]
    public void Words_that_move_from_one_field_to_the_next_show()
    {
        var entry = AuditEntry.After(AuditHead.Empty, At, "ab", "c", "operation", "{}");

        Assert.False((entry with { Actor = "a", Action = "bc" }).IsWhole);
    }

    private static List<AuditEntry> Chain()
    {
        var head = AuditHead.Empty;
        var chain = new List<AuditEntry>();
        for (var number = 1; number <= 3; number++)
        {
            var entry = AuditEntry.After(head, At.AddMinutes(number), "system", "filed", $"operation {number}", $$"""{"document":"{{number}}"}""");
            chain.Add(entry);
            head = new(entry.Sequence, entry.Hash);
        }

        return chain;
    }

    private static bool IsWhole(IReadOnlyList<AuditEntry> chain) =>
        chain.All(entry => entry.IsWhole) && chain.Select(entry => entry.PreviousHash).SequenceEqual(chain.SkipLast(1).Select(entry => entry.Hash).Prepend(""));
}
