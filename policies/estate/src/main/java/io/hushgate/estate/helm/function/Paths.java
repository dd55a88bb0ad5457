package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths with {@code /}, and addresses. */
final class Paths {
    /** RFC 3986, appendix B, with user and host apart. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:([^:/?#]+):)?(?://(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

    private Paths() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        for (String prefix : new String[] {"", "os"}) {
            functions.put(named(prefix, "base"), call -> Datum.text(base(call.text(0))));
            functions.put(named(prefix, "dir"), call -> Datum.text(directory(call.text(0))));
            functions.put(named(prefix, "clean"), call -> Datum.text(clean(call.text(0))));
            functions.put(named(prefix, "ext"), call -> Datum.text(extension(call.text(0))));
            functions.put(named(prefix, "isAbs"), call -> Truth.of(call.text(0).startsWith("/")));
        }
        functions.put("urlParse", Paths::parse);
        functions.put("urlJoin", Paths::join);
    }

    private static String named(String prefix, String name) {
        return prefix.isEmpty()
                ? name
                : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String bare = path.replaceFirst("/++$", "");
        return bare.isEmpty() ? "/" : bare.substring(bare.lastIndexOf('/') + 1);
    }

    private static String directory(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String extension(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot);
    }

    private static String clean(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (part.equals("..") && !absolute) {
                parts.addLast(part);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return absolute ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    private static Datum parse(Call call) {
        Dict parts = new Dict();
        Matcher address = ADDRESS.matcher(call.text(0));
        boolean parsed = address.matches();
        String[] names = {"scheme", "userinfo", "host", "path", "query", "fragment"};
        for (int i = 0; i < names.length; i++) {
            String part = parsed ? address.group(i + 1) : "";
            parts.put(names[i], part == null ? "" : part);
        }
        parts.put("hostname", parts.text("host").replaceFirst(":\\d*$", ""));
        parts.put("opaque", "");
        return new Table(parts);
    }

    private static Datum join(Call call) {
        Dict parts = call.dict(0);
        StringBuilder out = new StringBuilder();
        out.append(with(parts.text("scheme"), "", ":"));
        if (!parts.text("host").isEmpty() || !parts.text("userinfo").isEmpty()) {
            out.append("//").append(with(parts.text("userinfo"), "", "@"));
            out.append(parts.text("host"));
        }
        String path = parts.text("path");
        boolean slash = !parts.text("host").isEmpty() && !path.isEmpty() && !path.startsWith("/");
        out.append(slash ? "/" : "").append(path);
        out.append(with(parts.text("query"), "?", ""))
                .append(with(parts.text("fragment"), "#", ""));
        return Datum.text(out.toString());
    }

    private static String with(String part, String before, String after) {
        return part.isEmpty() ? "" : before + part + after;
    }
}
