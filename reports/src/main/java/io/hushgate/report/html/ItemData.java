package io.hushgate.report.html;

import io.hushgate.report.Check;
import io.hushgate.report.VisibleText;
import io.hushgate.report.html.Item.Event;
import io.hushgate.report.html.Item.Place;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/**
 * The items as the JSON that the page's script reads from a data block. Text that recurs stands
 * once, in {@code texts}, and is named by its index. Nothing in it can end the block: {@code <},
 * {@code >} and {@code &} are escaped.
 */
final class ItemData {
    /** Of a value in ten thousand files nobody reads all places; the JSON report has them. */
    static final int MOST_PLACES = 200;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final JsonGenerator json;

    private ItemData(JsonGenerator json) {
        this.json = json;
    }

    static Html of(Items items) {
        StringWriter out = new StringWriter();
        JsonFactory factory = JsonFactory.builder().characterEscapes(new BlockEscapes()).build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new ItemData(json).write(items);
        }
        return new Html(out.toString());
    }

    private void write(Items items) {
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        items.all().forEach(this::item);
        json.writeEndArray();
        json.writeArrayPropertyStart("checks");
        items.checks().values().stream()
                .sorted(Comparator.comparing(Check::id))
                .forEach(check -> {
                    json.writeStartObject();
                    json.writeStringProperty("id", check.id());
                    json.writeStringProperty("title", VisibleText.visible(check.title()));
                    json.writeEndObject();
                });
        json.writeEndArray();
        json.writeArrayPropertyStart("texts");
        texts.keySet().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void item(Item item) {
        json.writeStartObject();
        json.writeStringProperty("kind", lower(item.subject().kind()));
        shared("check", item.subject().check());
        shared("target", item.target());
        shared("title", item.title());
        json.writeStringProperty("severity", item.severity().label());
        json.writeStringProperty("confidence", item.confidence().label());
        text("summary", item.summary());
        shared("evidence", item.evidence());
        shared("opens", item.opens());
        shared("state", item.state());
        json.writeNumberProperty("placeCount", item.places().size());
        json.writeArrayPropertyStart("places");
        item.places().stream().limit(MOST_PLACES).forEach(this::place);
        json.writeEndArray();
        shared("steps", item.steps());
        shared("references", item.references());
        json.writeArrayPropertyStart("timeline");
        item.timeline().forEach(this::event);
        json.writeEndArray();
        optional("accepted", item.accepted().map(Items::words));
        optional("owner", item.life().flatMap(life -> life.owner()));
        optional("since", item.since().map(Object::toString));
        optional(
                "fingerprint",
                item.subject().kind() == Check.Kind.CREDENTIAL
                        ? Optional.of(item.subject().identity())
                        : Optional.empty());
        json.writeEndObject();
    }

    private void place(Place place) {
        json.writeStartObject();
        text("at", place.file());
        json.writeNumberProperty("line", place.line());
        json.writeNumberProperty("column", place.column());
        if (!place.note().isEmpty()) {
            shared("note", place.note());
        }
        json.writeEndObject();
    }

    private void event(Event event) {
        json.writeStartObject();
        event.time()
                .ifPresent(time -> {
                    json.writeStringProperty("time", time.toString());
                    json.writeStringProperty("day", Page.day(time));
                });
        json.writeStringProperty("lane", lower(event.lane()));
        text("text", event.text());
        json.writeEndObject();
    }

    private void optional(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
    }

    private void text(String name, String text) {
        json.writeStringProperty(name, VisibleText.visible(text));
    }

    private void shared(String name, String text) {
        json.writeNumberProperty(name, index(text));
    }

    private void shared(String name, List<String> all) {
        json.writeArrayPropertyStart(name);
        all.forEach(text -> json.writeNumber(index(text)));
        json.writeEndArray();
    }

    private int index(String text) {
        return texts.computeIfAbsent(VisibleText.visible(text), _ -> texts.size());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What could end a script element, or begin a comment in it (HTML, section 4.12.1.3). */
    private static final class BlockEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private final int[] escapes = standardAsciiEscapesForJSON();

        BlockEscapes() {
            escapes['<'] = ESCAPE_STANDARD;
            escapes['>'] = ESCAPE_STANDARD;
            escapes['&'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @org.jspecify.annotations.Nullable SerializableString getEscapeSequence(int ch) {
            return null;
        }
    }
}
