package io.hushgate.estate.helm.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates by name. A later one replaces an earlier one of its name, unless it is blank. */
public final class Templates {
    private final Map<String, Template> byName;

    public Templates() {
        this(new HashMap<>());
    }

    private Templates(Map<String, Template> byName) {
        this.byName = byName;
    }

    /** The same templates, to which more can be added without changing these. */
    Templates copy() {
        return new Templates(new HashMap<>(byName));
    }

    public void add(List<Template> more) {
        for (Template template : more) {
            if (!template.isBlank() || !byName.containsKey(template.name())) {
                byName.put(template.name(), template);
            }
        }
    }

    Optional<Template> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
