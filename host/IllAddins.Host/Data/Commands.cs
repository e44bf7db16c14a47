using System.Data.Common;

namespace IllAddins.Host.Data;

/// <summary>Parameters of a plain command.</summary>
public static class Commands
{
    /// <summary>Sets a named parameter, adding it at first use; null is stored as NULL.</summary>
    public static void Set(this DbCommand command, string name, object? value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
            return;
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
