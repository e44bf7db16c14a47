using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Requests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace IllAddins.Host.Web;

/// <summary>The web shell: sign-in, the screens that add-ins describe, and the request form.</summary>
public static class WebShell
{
    /// <summary>Bytes; a command on 10,000 rows takes about a tenth of it.</summary>
    private const long LargestRequest = 4 * 1024 * 1024;

    private const int MostInputs = 10_000;

    /// <summary>Registers what <see cref="MapShell"/> needs. <see cref="StaffAccounts"/> and <see cref="OneTimeLinks"/> can be had from the services afterwards.</summary>
    public static void AddShell(this WebApplicationBuilder builder, ShellSettings shell)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
        var services = builder.Services;
        AddParts(services, shell);
        services.AddAccess();
        services.AddRowCompression();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Gates.TokenHeader;
            options.FormFieldName = Gates.TokenField;
            options.Cookie.Name = "illaddins-antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName(StoredKeys.Application).PersistKeysToFileSystem(StoredKeys.Folder(shell.DataFolder));
        // The request form has two inputs for each field, and imports bring fields of their own.
        services.Configure<FormOptions>(options => options.ValueCountLimit = MostInputs);
        services.AddRazorComponents();
    }

    /// <summary>Lays the way of every request, and the pages at its end.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.UseHeaders();
        app.UseErrorsInWords();
        app.UseRowCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAddinEndpoints();
        app.UseAuthorization();
        app.UseAntiforgeryGate();
        app.Services.GetRequiredService<Assets>().Map(app);
        MonitorEndpoints.Map(app);
        SignInEndpoints.Map(app);
        ScreenEndpoints.Map(app);
        RequestEndpoints.Map(app);
        RequestEditEndpoint.Map(app);
        SettingEndpoints.Map(app);
        KeyEndpoints.Map(app);
        AddinsEndpoints.Map(app);
        SweepsEndpoints.Map(app);
        Metrics.Map(app);
        HealthEndpoints.Map(app);
    }

    private static void AddParts(IServiceCollection services, ShellSettings shell)
    {
        services.AddSingleton(shell);
        services.AddSingleton(shell.Clock);
        services.AddSingleton(new StaffAccounts(shell.Database, shell.Clock));
        services.AddSingleton(new ApiKeys(shell.Database, shell.Clock));
        services.AddSingleton(new ScreenViews(shell.Database, shell.Clock));
        services.AddSingleton(new AuditTrail(shell.Database, shell.Clock));
        services.AddSingleton(shell.SettingValues);
        services.AddSingleton(new SettingChanges(shell.SettingValues, shell.Limits, shell.Clock));
        services.AddSingleton<KeyRates>();
        services.AddSingleton<EndpointGates>();
        services.AddSingleton<HealthLook>();
        services.AddSingleton<OwnChecks>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton(new ShownFiles(shell.Clock, ShownFiles.UsualCapacity));
        services.AddSingleton<AddinCalls>();
        services.AddSingleton<OwnCommands>();
        services.AddSingleton<Assets>();
    }
}
