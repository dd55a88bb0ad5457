package io.hushgate.audit.look;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The machine without its git settings: none of the system, the user or JGit is read, so none can
 * switch the check of certificates off, start a program, or be written; and no git is asked where
 * its settings lie.
 */
final class BareSystem extends SystemReader.Delegate {
    BareSystem(SystemReader real) {
        super(real);
    }

    /** Makes it the machine of this process. */
    static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof BareSystem)) {
            SystemReader.setInstance(new BareSystem(present));
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return none(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return none(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return none(parent, fs);
    }

    private static FileBasedConfig none(@Nullable Config parent, FS fs) {
        return new FileBasedConfig(parent, null, fs) {
            @Override
            public void load() {
                // there is nothing to load
            }

            @Override
            public void save() {
                // and nowhere to save it
            }

            @Override
            public boolean isOutdated() {
                return false;
            }
        };
    }
}
