package io.hushgate.estate.read;

import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Source;

/**
 * A file of Terraform, or a play or variables of Ansible, which mean more when the files beside
 * them are known.
 *
 * @param address of the artifact
 */
public record ModuleFile(String address, Source source, Mapping root) {
    private static final String VALUES = ".tfvars";

    /** Tells by its name whether a file gives values to variables. */
    public static boolean isValues(String address) {
        return address.endsWith(VALUES) || address.endsWith(VALUES + ".json");
    }

    /** Tells by its name whether a file is a part of a module. */
    public static boolean isPart(String address) {
        return isValues(address)
                || address.endsWith(".tf")
                || address.endsWith(".tofu")
                || address.endsWith(".tf.json");
    }

    /** Tells whether it gives values to variables. */
    public boolean isValues() {
        return isValues(address);
    }

    /** Tells whether Terraform reads its values without being told to. */
    public boolean isAutomatic() {
        String name = address.substring(address.lastIndexOf('/') + 1);
        return name.equals("terraform" + VALUES)
                || name.equals("terraform" + VALUES + ".json")
                || name.contains(".auto" + VALUES);
    }

    /** The directory, without {@code /} at its end. */
    public String directory() {
        return address.substring(0, Math.max(0, address.lastIndexOf('/')));
    }
}
