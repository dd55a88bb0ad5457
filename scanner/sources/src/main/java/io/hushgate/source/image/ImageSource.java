package io.hushgate.source.image;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import io.hushgate.source.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The images of an OCI layout, a docker archive or a registry: every file of every layer ({@link
 * Address.InLayer}), each layer once however many images share it, and every configuration in parts
 * ({@link Address.InImageConfig}).
 *
 * <p>After reading, {@link #places} tells of a file which images have it in which layer, and
 * whether they still show it.
 */
public final class ImageSource implements Source {
    private final Opening opening;
    private final String shownAs;
    private final Options options;
    private final Map<Digest, LayerContents> contents = new ConcurrentHashMap<>();
    private List<Image> images = List.of();
    private Set<Digest> base = Set.of();

    /** Opens what the blobs lie in. */
    private interface Opening {
        Blobs open() throws IOException;
    }

    /**
     * What is looked at.
     *
     * @param platform {@code os/architecture[/variant]}; every platform when empty
     * @param baseLayers digests of layers, packed or unpacked, that are known to be of base images
     * @param deadline of the run, in the terms of {@link System#nanoTime}
     * @param memory what earlier runs kept of layers; every layer is read where it is empty
     */
    public record Options(
            Optional<String> platform,
            Set<String> baseLayers,
            Limits limits,
            long deadline,
            Optional<LayerMemory> memory) {}

    private ImageSource(Opening opening, String shownAs, Options options) {
        this.opening = opening;
        this.shownAs = shownAs;
        this.options = options;
    }

    /** Tells whether a directory is an OCI layout. */
    public static boolean isLayout(Path directory) {
        return Files.isRegularFile(directory.resolve("oci-layout"))
                && Files.isRegularFile(directory.resolve("index.json"));
    }

    /**
     * Tells whether a file is a tar of images, by the names of its entries; of another tar as many
     * headers are read as it has entries, and nothing between them.
     */
    public static boolean isArchive(Path file, Limits limits) {
        if (!TarBlobs.isTar(file)) {
            return false;
        }
        try (TarBlobs blobs = TarBlobs.open(file, limits)) {
            return (blobs.has("index.json") && blobs.has("oci-layout"))
                    || (blobs.has("manifest.json") && blobs.hasLayers());
        } catch (IOException e) {
            return false;
        }
    }

    /** An OCI layout in a directory. */
    public static ImageSource layout(Path directory, String shownAs, Options options) {
        return new ImageSource(() -> new DirectoryBlobs(directory), shownAs, options);
    }

    /** A tar on disk, of an OCI layout or as {@code docker save} writes it. */
    public static ImageSource archive(Path file, String shownAs, Options options) {
        return new ImageSource(() -> TarBlobs.open(file, options.limits()), shownAs, options);
    }

    /**
     * An image in a registry.
     *
     * @param environment where {@code DOCKER_AUTH_CONFIG}, {@code DOCKER_CONFIG} and {@code HOME}
     *     are looked up
     * @throws SourceProblem when the text is no reference, or the credentials cannot be read
     */
    public static ImageSource registry(
            String reference, Map<String, String> environment, Options options) {
        return registry(reference, environment, options, Patience.DEFAULT);
    }

    /** The same, waiting as long as is said. */
    static ImageSource registry(
            String reference, Map<String, String> environment, Options options, Patience patience) {
        Reference parsed = Reference.parse(reference);
        Credentials credentials = Credentials.find(environment);
        return new ImageSource(
                () -> new RegistryBlobs(parsed, credentials, patience), parsed.toString(), options);
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        try (Blobs blobs = opening.open()) {
            images = find(blobs, log);
            base = base(blobs);
            List<Work> all = work();
            AtomicInteger next = new AtomicInteger();
            new Workers(Math.clamp(all.size(), 1, workers.count()))
                    .run(() -> {
                        ArtifactConsumer consumer = consumers.newConsumer();
                        Function<Descriptor, LayerContents> reading = reading(blobs, consumer, log);
                        int i = next.getAndIncrement();
                        while (i < all.size()) {
                            all.get(i).run(reading, consumer, log);
                            i = next.getAndIncrement();
                        }
                    });
            options.memory().ifPresent(LayerMemory::trim);
        } catch (RegistryProblem e) {
            throw new SourceProblem(
                    shownAs,
                    String.valueOf(e.getMessage()),
                    "check the reference and the credentials");
        } catch (Blobs.MissingBlob e) {
            throw new SourceProblem(
                    shownAs,
                    "it has no index or manifest",
                    "name an OCI layout or a docker archive");
        } catch (IOException e) {
            throw new SourceProblem(
                    shownAs,
                    "it cannot be read as an image",
                    "make it again, or name it with file:");
        }
        return log.coverage();
    }

    private List<Image> find(Blobs blobs, CoverageLog log) throws IOException {
        Predicate<String> platforms =
                platform ->
                        options.platform().isEmpty()
                                || platform.equals(options.platform().get())
                                || platform.startsWith(options.platform().get() + "/");
        ImageFinder finder = new ImageFinder(blobs, log, platforms, shownAs);
        if (blobs instanceof RegistryBlobs registry) {
            return finder.under(registry.root(), shownAs);
        }
        if (blobs instanceof TarBlobs tar) {
            if (tar.isDamaged()) {
                log.skip(
                        new Address.File(shownAs),
                        Reason.CORRUPT,
                        "the archive is damaged or ends too early; save the image again");
            }
            return tar.has("index.json") && tar.has("oci-layout")
                    ? finder.inLayout()
                    : finder.inDockerArchive();
        }
        return finder.inLayout();
    }

    /** Layers of base images: those that are known, and those of bases that lie beside. */
    private Set<Digest> base(Blobs blobs) {
        Set<Digest> known = new HashSet<>();
        options.baseLayers().forEach(text -> Digest.parse(text).ifPresent(known::add));
        for (Image image : images) {
            image.base()
                    .ifPresent(digest ->
                            new ImageFinder(blobs, new CoverageLog(), _ -> true, shownAs)
                                    .under(Descriptor.of(digest), shownAs)
                                    .forEach(of -> {
                                        of.layers().forEach(l -> known.add(l.digest()));
                                        known.addAll(of.diffIds());
                                    }));
        }
        return known;
    }

    /** How one worker reads a layer. */
    private Function<Descriptor, LayerContents> reading(
            Blobs blobs, ArtifactConsumer consumer, CoverageLog log) {
        Limits limits = options.limits();
        long deadline = options.deadline();
        if (options.memory().isEmpty()) {
            LayerReader reader = new LayerReader(blobs, limits, deadline, consumer, log, false);
            return layer -> reader.read(layer).contents();
        }
        Map<Digest, Digest> diffIds = diffIds();
        RememberedLayers remembered =
                new RememberedLayers(options.memory().get(), blobs, limits, deadline, log);
        return layer -> remembered.read(layer, Optional.ofNullable(diffIds.get(layer.digest())));
    }

    /** What the images say that their layers are when unpacked. */
    private Map<Digest, Digest> diffIds() {
        Map<Digest, Digest> diffIds = new HashMap<>();
        for (Image image : images) {
            for (int i = 0; i < image.diffIds().size(); i++) {
                diffIds.putIfAbsent(image.layers().get(i).digest(), image.diffIds().get(i));
            }
        }
        return diffIds;
    }

    /** One thing to do. */
    private interface Work {
        void run(
                Function<Descriptor, LayerContents> reading,
                ArtifactConsumer consumer,
                CoverageLog log);
    }

    /** Every layer once, the largest first, so that no worker is left with one at the end. */
    private List<Work> work() {
        Map<Digest, Descriptor> layers = new HashMap<>();
        List<Work> all = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Image image : images) {
            image.layers().forEach(layer -> layers.putIfAbsent(layer.digest(), layer));
            image.texts()
                    .forEach((address, text) -> {
                        if (told.add(address.text())) {
                            all.add((_, consumer, log) -> tell(address, text, consumer, log));
                        }
                    });
        }
        layers.values().stream()
                .sorted(
                        java.util.Comparator.comparingLong(Descriptor::size)
                                .reversed()
                                .thenComparing(Descriptor::digest))
                .forEach(layer ->
                        all.add((reading, _, _) ->
                                contents.put(layer.digest(), reading.apply(layer))));
        return all;
    }

    private static void tell(
            Address address, String text, ArtifactConsumer consumer, CoverageLog log) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            consumer.accept(Artifact.InMemory.of(address, bytes), AddedRanges.EVERYTHING);
            log.looked(1, bytes.length);
        } catch (IOException e) {
            log.skip(address, Reason.UNREADABLE, "it cannot be read");
        }
    }

    /**
     * Tells of addresses that {@link #read} handed on where they lie.
     *
     * @param dockerfiles that the images may be made by
     */
    public LayerPlaces places(List<Dockerfile> dockerfiles) {
        return new LayerPlaces(images, dockerfiles, contents, base);
    }
}
