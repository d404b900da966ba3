namespace Iasios.Storage.Tables;

/// <summary>What becomes of the properties that a row has and the written entity has not.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay. A property that is null in the entity stays too: to clear one, replace the row.</summary>
    Merge = 0,

    /// <summary>They go.</summary>
    Replace = 1,
}
