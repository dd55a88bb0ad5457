package io.hushgate.estate.helm;

import com.google.re2j.Pattern;
import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.datum.NativeObject;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.YamlWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code .Files}: what lies in a chart beside its templates. */
final class ChartFiles implements NativeObject {
    private final SortedMap<String, ChartFile> files;

    private ChartFiles(SortedMap<String, ChartFile> files) {
        this.files = files;
    }

    static ChartFiles of(List<ChartFile> files) {
        SortedMap<String, ChartFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return new ChartFiles(byPath);
    }

    @Override
    public String type() {
        return "engine.files";
    }

    @Override
    public String text() {
        return "map" + files.keySet();
    }

    @Override
    public boolean isTrue() {
        return !files.isEmpty();
    }

    @Override
    public Dict entries() {
        Dict entries = new Dict();
        files.forEach((path, file) -> entries.put(path, file.text()));
        return entries;
    }

    @Override
    public Optional<Datum> call(String name, List<Datum> arguments) {
        String argument =
                !arguments.isEmpty() && arguments.getFirst() instanceof Text(var text, _)
                        ? text
                        : "";
        return switch (name) {
            case "Get", "GetBytes" -> Optional.of(Datum.text(content(argument)));
            case "Glob" -> Optional.of(new Native(glob(argument)));
            case "Lines" -> Optional.of(lines(argument));
            case "AsConfig" -> Optional.of(Datum.text(document(false)));
            case "AsSecrets" -> Optional.of(Datum.text(document(true)));
            default -> Optional.empty();
        };
    }

    private String content(String path) {
        ChartFile file = files.get(path);
        return file == null ? "" : file.text();
    }

    private ChartFiles glob(String glob) {
        Pattern pattern = Glob.compile(glob);
        SortedMap<String, ChartFile> matching = new TreeMap<>();
        files.forEach((path, file) -> {
            if (pattern.matcher(path).matches()) {
                matching.put(path, file);
            }
        });
        return new ChartFiles(matching);
    }

    private Items lines(String path) {
        String content = content(path);
        if (content.isEmpty()) {
            return Items.EMPTY;
        }
        String bare = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        List<Datum> lines = new ArrayList<>();
        for (String line : bare.split("\n", -1)) {
            lines.add(Datum.text(line));
        }
        return new Items(lines);
    }

    /** The files under their names without directory, as the data of a ConfigMap or Secret. */
    private String document(boolean encoded) {
        RegoObject.Builder data = RegoObject.builder();
        for (Map.Entry<String, ChartFile> entry : files.entrySet()) {
            String path = entry.getKey();
            byte[] content = entry.getValue().content();
            data.put(
                    RegoString.of(path.substring(path.lastIndexOf('/') + 1)),
                    RegoString.of(
                            encoded
                                    ? Base64.getEncoder().encodeToString(content)
                                    : entry.getValue().text()));
        }
        return YamlWriter.write(data.build()).stripTrailing();
    }
}
