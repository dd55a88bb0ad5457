package io.hushgate.estate.kubernetes;

import io.hushgate.estate.fact.KubernetesFact.Volume;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads volumes of a pod. */
final class VolumeReader {
    private static final Pattern ACCOUNT_TOKEN = Pattern.compile(".+-token-[a-z0-9]{5}");

    List<Volume> read(List<Mapping> volumes) {
        List<Volume> read = new ArrayList<>();
        for (Mapping volume : volumes) {
            String name = volume.text("name");
            if (volume.get("projected").isPresent()) {
                Mapping projected = volume.mapping("projected");
                Optional<Long> mode = mode(projected);
                for (Mapping source : projected.mappings("sources")) {
                    read.add(volume(name, source, mode));
                }
            } else if (!isAccountToken(volume)) {
                read.add(volume(name, volume, Optional.empty()));
            }
        }
        return read;
    }

    /** What a cluster before 1.22 added to each pod, as dumps of pods show it. */
    private static boolean isAccountToken(Mapping volume) {
        String secret = volume.mapping("secret").text("secretName");
        return secret.equals(volume.text("name")) && ACCOUNT_TOKEN.matcher(secret).matches();
    }

    private static Volume volume(String name, Mapping volume, Optional<Long> outerMode) {
        for (Entry entry : volume.entries()) {
            Node value = entry.value();
            Mapping source = value.asMapping().orElse(new Mapping(List.of(), value.place()));
            Optional<Long> mode = mode(source).or(() -> outerMode);
            switch (entry.key().text()) {
                case "secret" -> {
                    String ref = source.text("secretName");
                    return volume(
                            name,
                            "secret",
                            ref.isEmpty() ? source.text("name") : ref,
                            source,
                            mode,
                            entry);
                }
                case "configMap" -> {
                    return volume(name, "config", source.text("name"), source, mode, entry);
                }
                case "serviceAccountToken" -> {
                    return volume(name, "token", source.text("path"), source, mode, entry);
                }
                case "csi" -> {
                    String ref = source.mapping("volumeAttributes").text("secretProviderClass");
                    String driver = source.text("driver");
                    return volume(name, "csi", ref.isEmpty() ? driver : ref, source, mode, entry);
                }
                case "hostPath" -> {
                    return volume(name, "host", source.text("path"), source, mode, entry);
                }
                case "persistentVolumeClaim" -> {
                    return volume(name, "claim", source.text("claimName"), source, mode, entry);
                }
                case "emptyDir" -> {
                    return volume(name, "empty", "", source, mode, entry);
                }
                default -> {}
            }
        }
        return new Volume(
                name,
                "other",
                "",
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                volume.place().line(),
                volume.place().column());
    }

    private static Volume volume(
            String name,
            String type,
            String ref,
            Mapping source,
            Optional<Long> mode,
            Entry entry) {
        Settings settings = Settings.of(source);
        return new Volume(
                name,
                type,
                ref,
                source.mappings("items").stream().map(item -> item.text("key")).toList(),
                mode,
                settings.text("audience"),
                settings.number("expirationSeconds"),
                settings.text("medium"),
                settings.flag("optional"),
                entry.key().place().line(),
                entry.key().place().column());
    }

    /** YAML 1.1 reads {@code 0400} as octal and JSON cannot write it; both end as the number. */
    private static Optional<Long> mode(Mapping source) {
        String text = source.text("defaultMode");
        try {
            return text.isEmpty() || text.length() > 8
                    ? Optional.empty()
                    : Optional.of(
                            octal(text)
                                    ? Long.parseLong(text.replace("0o", ""), 8)
                                    : Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean octal(String text) {
        return text.length() > 1 && text.startsWith("0");
    }
}
