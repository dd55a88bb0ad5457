package io.hushgate.run;

import io.hushgate.baseline.Baseline;
import io.hushgate.config.Configuration;
import io.hushgate.config.ConfigurationReader;
import io.hushgate.config.SelfCheck;
import io.hushgate.config.Weakening;
import io.hushgate.core.Address;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The configuration that counts for a run, and what the target's own one would have changed. */
final class Settings implements AutoCloseable {

    private final Optional<Path> root;
    private final Configuration configuration;
    private final Optional<TrustedConfiguration> trusted;

    private Settings(
            Optional<Path> root,
            Configuration configuration,
            Optional<TrustedConfiguration> trusted) {
        this.root = root;
        this.configuration = configuration;
        this.trusted = trusted;
    }

    /**
     * Reads them.
     *
     * @throws RuntimeException of the kinds that the command line answers with one line
     */
    static Settings of(ScanRequest request, Target first) {
        if (request.configFrom().isEmpty()) {
            Configuration own =
                    request.config()
                            .map(ConfigurationReader::read)
                            .orElseGet(() -> own(first.root()));
            return new Settings(first.root(), own, Optional.empty());
        }
        if (!(first instanceof Target.InRepository repository)) {
            throw new RunProblem(
                    "--config-from: the first target lies in no git repository; name one");
        }
        TrustedConfiguration trusted =
                TrustedConfiguration.of(repository.repository(), request.configFrom().get());
        try {
            return new Settings(first.root(), trusted.read(), Optional.of(trusted));
        } catch (RuntimeException e) {
            trusted.close();
            throw e;
        }
    }

    private static Configuration own(Optional<Path> root) {
        return root.map(directory -> directory.resolve(Configuration.FILE_NAME))
                .filter(Files::isRegularFile)
                .map(ConfigurationReader::read)
                .orElse(Configuration.NONE);
    }

    Configuration configuration() {
        return configuration;
    }

    /** The baseline that counts when nothing else is asked for. */
    Optional<Path> baseline() {
        return configuration
                .baseline()
                .or(() ->
                        trusted.isPresent()
                                ? trusted.get().baseline()
                                : root.map(directory -> directory.resolve(Baseline.FILE_NAME))
                                        .filter(Files::isRegularFile));
    }

    /** A file of the configuration as reports name it. */
    Optional<String> shownAs(Path file) {
        return trusted.map(configured -> configured.shownAs(file));
    }

    /** The target's own settings, where they are not those that count. */
    Optional<Settings> overruled() {
        return trusted.map(_ -> new Settings(root, own(root), Optional.empty()));
    }

    /** What the target's own configuration would have switched off. */
    List<Violation> weakenings() {
        List<Violation> violations = new ArrayList<>();
        for (Settings own : overruled().stream().toList()) {
            Location at = new Location(new Address.File(Configuration.FILE_NAME), Region.at(1, 1));
            for (String clause : Weakening.between(configuration, own.configuration)) {
                violations.add(SelfCheck.CONFIG_WEAKENED.at(at, "the change " + clause));
            }
        }
        return violations;
    }

    @Override
    public void close() {
        trusted.ifPresent(TrustedConfiguration::close);
    }
}
