package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
