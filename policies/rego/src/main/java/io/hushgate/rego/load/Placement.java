package io.hushgate.rego.load;

/** Where the content of a data file goes. */
public enum Placement {
    /**
     * Under the names of the directories between the one that was asked for and the file, as {@code
     * opa -d} does.
     */
    BY_DIRECTORY,

    /** At the root whatever the directory, as {@code conftest --data} does. */
    AT_ROOT
}
