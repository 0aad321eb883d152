package org.usageflow.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands by name, in the order of the help. */
final class Commands {

    private static final Map<String, Class<?>> ALL = all();

    private Commands() {}

    private static Map<String, Class<?>> all() {
        var all = new LinkedHashMap<String, Class<?>>();
        all.put("demo", DemoCommand.class);
        all.put("template", TemplateCommand.class);
        all.put("validate", ValidateCommand.class);
        all.put("create", CreateCommand.class);
        all.put("upload", UploadCommand.class);
        all.put("submit", SubmitCommand.class);
        all.put("accept", AcceptCommand.class);
        all.put("reject", RejectCommand.class);
        all.put("delete", DeleteCommand.class);
        all.put("close", CloseCommand.class);
        all.put("show", ShowCommand.class);
        all.put("history", HistoryCommand.class);
        all.put("records", RecordsCommand.class);
        all.put("problems", ProblemsCommand.class);
        all.put("processed", ProcessedCommand.class);
        all.put("parts", PartsCommand.class);
        all.put("part", PartCommand.class);
        all.put("list", ListCommand.class);
        all.put("reconcile", ReconcileCommand.class);
        all.put("migrate", MigrateCommand.class);
        all.put("recover", RecoverCommand.class);
        all.put("lifecycle", LifecycleCommand.class);
        all.put("problems-catalogue", ProblemsCatalogueCommand.class);
        all.put("help", HelpCommand.class);
        return Collections.unmodifiableMap(all);
    }

    /**
     * Adds the command that the arguments name, or all where they name none: looking at every command's options takes as long as the rest of a short one.
     *
     * @param args the command line
     */
    static void addTo(CommandLine command, List<String> args) {
        String first =
                args.stream().filter(each -> !each.startsWith("-")).findFirst().orElse("help");
        Class<?> named = ALL.get(first);
        if (named == null || named.equals(HelpCommand.class)) {
            ALL.forEach(command::addSubcommand);
        } else {
            command.addSubcommand(first, named);
        }
    }
}
