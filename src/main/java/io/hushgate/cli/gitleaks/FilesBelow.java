package io.hushgate.cli.gitleaks;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All files of a directory, those that git ignores included, or one file. */
final class FilesBelow implements FragmentSource {
    private static final long MEGABYTE = 1_000_000;

    private final Path root;
    private final boolean followsLinks;
    private final long maxBytes;
    private final int archiveDepth;

    FilesBelow(String root, boolean followsLinks, LeakOptions options) {
        this.root = Path.of(root).normalize();
        this.followsLinks = followsLinks;
        this.maxBytes =
                options.maxMegabytes > 0
                        ? options.maxMegabytes * MEGABYTE
                        : Limits.DEFAULT.maxObjectBytes();
        this.archiveDepth = options.archiveDepth;
    }

    /** A file to read, and the link that led to it, if one did. */
    private record Target(Path file, String path, String link) {}

    @Override
    public void read(
            GitleaksConfig config,
            Workers workers,
            Supplier<Consumer<Fragment>> looks,
            LeakLog log) {
        List<Target> targets = targets(config, log);
        AtomicInteger next = new AtomicInteger();
        workers.run(() -> {
            Consumer<Fragment> look = looks.get();
            Opened opened = new Opened(archiveDepth, look);
            for (int i = next.getAndIncrement(); i < targets.size(); i = next.getAndIncrement()) {
                read(targets.get(i), look, opened, log);
            }
        });
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Target target, Consumer<Fragment> look, Opened opened, LeakLog log) {
        try {
            boolean archive = BinaryKind.isArchive(target.path);
            if (archive && archiveDepth == 0) {
                return;
            }
            byte[] bytes = Files.readAllBytes(target.file);
            if (archive) {
                opened.open(Artifact.InMemory.of(new Address.File(target.path), bytes));
            } else {
                FileFragments.of(target.path, target.link, bytes, look);
            }
        } catch (IOException e) {
            log.warn("skipping file: %s cannot be read".formatted(target.path));
        }
    }

    private List<Target> targets(GitleaksConfig config, LeakLog log) {
        List<Target> targets = new ArrayList<>();
        try {
            Path start = root.toString().isEmpty() ? Path.of(".") : root;
            Files.walkFileTree(
                    start,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) {
                            return config.skips(shown(directory))
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            add(file, attributes, config, targets, log);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException problem) {
                            log.warn("skipping: %s cannot be read".formatted(shown(file)));
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new LeakProblem("%s: it cannot be listed; check the path".formatted(root));
        }
        targets.sort(Comparator.comparing(Target::path));
        return targets;
    }

    private void add(
            Path file,
            BasicFileAttributes attributes,
            GitleaksConfig config,
            List<Target> targets,
            LeakLog log)
            throws IOException {
        String path = shown(file);
        if (config.skips(path)) {
            return;
        }
        if (attributes.isSymbolicLink()) {
            if (followsLinks && Files.isRegularFile(file)) {
                Path real = file.toRealPath();
                targets.add(new Target(real, shown(real), path));
            }
        } else if (attributes.isRegularFile() && attributes.size() > maxBytes) {
            log.warn("skipping file: %s is too large".formatted(path));
        } else if (attributes.isRegularFile() && attributes.size() > 0) {
            targets.add(new Target(file, path, ""));
        }
    }

    /** The path as reports name it: that of the command line and what is below. */
    private static String shown(Path path) {
        return path.normalize().toString().replace('\\', '/');
    }
}
