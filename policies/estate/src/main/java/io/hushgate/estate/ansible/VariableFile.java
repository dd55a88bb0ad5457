package io.hushgate.estate.ansible;

import io.hushgate.estate.read.ModuleFile;
import java.util.List;
import java.util.Optional;

/**
 * A file that Ansible takes variables from by its place.
 *
 * <p>Source: docs.ansible.com, variable precedence; the order of {@link Layer} is that of the
 * document, the last one wins.
 *
 * @param root the directory that the file's variables are for, with {@code /} at its end unless
 *     empty
 */
record VariableFile(ModuleFile file, Layer layer, String root) {
    /** Where variables come from. */
    enum Layer {
        ROLE_DEFAULTS,
        ALL,
        GROUP,
        HOST,
        ROLE
    }

    private static final List<String> FOLDERS =
            List.of("group_vars", "host_vars", "defaults", "vars");

    /** Tells by its name whether a file may hold variables. */
    static boolean isOne(String address) {
        return FOLDERS.stream().anyMatch(folder -> ("/" + address).contains("/" + folder + "/"));
    }

    /** What the place of a file says of it; empty for one that has to be named to be read. */
    static Optional<VariableFile> of(ModuleFile file) {
        String address = "/" + file.address();
        for (String folder : FOLDERS) {
            int at = address.lastIndexOf("/" + folder + "/");
            if (at >= 0) {
                String root = address.substring(1, at + 1);
                String below = address.substring(at + folder.length() + 2);
                return layer(folder, root, below).map(layer -> new VariableFile(file, layer, root));
            }
        }
        return Optional.empty();
    }

    private static Optional<Layer> layer(String folder, String root, String below) {
        boolean role = root.contains("roles/");
        return switch (folder) {
            case "group_vars" ->
                    Optional.of(below.matches("all(\\..*|/.*)?") ? Layer.ALL : Layer.GROUP);
            case "host_vars" -> Optional.of(Layer.HOST);
            case "defaults" -> role ? Optional.of(Layer.ROLE_DEFAULTS) : Optional.empty();
            default -> role ? Optional.of(Layer.ROLE) : Optional.empty();
        };
    }

    /**
     * Tells whether tasks at an address see the variables: of a role those of the role itself, else
     * everything below the directory of playbooks or inventories.
     */
    boolean isFor(String address) {
        return switch (layer) {
            case ROLE_DEFAULTS, ROLE -> address.startsWith(root);
            case ALL, GROUP, HOST ->
                    address.startsWith(root.replaceFirst("inventor(y|ies)/([^/]+/)?$", ""));
        };
    }
}
