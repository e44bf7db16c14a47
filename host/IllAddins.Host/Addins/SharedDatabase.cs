using System.Data.Common;

namespace IllAddins.Host.Addins;

/// <summary>The host's database as one generation of an add-in has it: disposing it closes nothing, and after the generation has stopped it opens nothing.</summary>
/// <param name="database">The host's.</param>
/// <param name="check">Throws where the generation has stopped.</param>
internal sealed class SharedDatabase(DbDataSource database, Action check) : DbDataSource
{
    public override string ConnectionString => database.ConnectionString;

    protected override DbConnection CreateDbConnection()
    {
        check();
        return database.CreateConnection();
    }
}
