package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class CommandsTest {
    @Test
    void commandsBearTheNamesUnderWhichTheyAreFound() {
        Commands.all()
                .getSubcommands()
                .forEach((name, command) -> assertThat(declaredNames(command)).contains(name));
    }

    @Test
    void aCommandAloneIsTheSameAsAmongAll() {
        Commands.all()
                .getSubcommands()
                .forEach((name, among) -> {
                    CommandLine alone = Commands.of(name).getSubcommands().get(name);
                    assertThat(alone.getUsageMessage()).isEqualTo(among.getUsageMessage());
                    assertThat(alone.isCaseInsensitiveEnumValuesAllowed()).isTrue();
                    assertThat(alone.getSubcommands().keySet())
                            .isEqualTo(among.getSubcommands().keySet());
                });
    }

    @Test
    void whatNamesNoCommandMeetsAll() {
        Set<String> all = Commands.all().getSubcommands().keySet();
        assertThat(Commands.of().getSubcommands().keySet()).isEqualTo(all);
        assertThat(Commands.of("scna").getSubcommands().keySet()).isEqualTo(all);
        assertThat(Commands.of("--help", "scan").getSubcommands().keySet()).isEqualTo(all);
        assertThat(Commands.of("completion", "bash").getSubcommands().keySet()).isEqualTo(all);
        assertThat(Commands.of("scan", ".").getSubcommands().keySet()).containsExactly("scan");
    }

    @Test
    void everyCommandTeachesByAnExampleThatItUnderstands() {
        List<CommandLine> commands = new ArrayList<>();
        Commands.all().getSubcommands().values().forEach(each -> leaves(each, commands));
        assertThat(commands).hasSizeGreaterThan(30);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName();
            List<String> examples =
                    Arrays.stream(command.getCommandSpec().usageMessage().footer())
                            .filter(line -> line.startsWith("  ") && line.contains(name))
                            .toList();
            assertThat(examples).as("examples of " + name).isNotEmpty();
            for (String example : examples) {
                assertThatCode(() -> Commands.all().parseArgs(words(example)))
                        .as(example)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void leaves(CommandLine command, List<CommandLine> leaves) {
        if (command.getSubcommands().isEmpty()) {
            boolean told = !command.getCommandSpec().usageMessage().hidden();
            if (told && !command.getCommandName().equals("help")) {
                leaves.add(command);
            }
        }
        command.getSubcommands().values().forEach(each -> leaves(each, leaves));
    }

    /** The words behind the program's name, up to a pipe, a redirection or the remark. */
    private static String[] words(String example) {
        String line = example.substring(example.indexOf("hushgate ") + 9);
        Matcher words = Pattern.compile("'([^']*)'|[^ ')]+|(\\s{2,})").matcher(line);
        List<String> found = new ArrayList<>();
        while (words.find() && words.group(2) == null) {
            String word = words.group(1) == null ? words.group() : words.group(1);
            if (word.equals("|") || word.startsWith(">") || word.startsWith("2>")) {
                break;
            }
            found.add(word);
        }
        return found.toArray(String[]::new);
    }

    private static List<String> declaredNames(CommandLine command) {
        CommandLine.Command declared =
                command.getCommandSpec()
                        .userObject()
                        .getClass()
                        .getAnnotation(CommandLine.Command.class);
        List<String> names = new ArrayList<>(List.of(declared.aliases()));
        names.add(declared.name());
        return names;
    }
}
