package io.hushgate.report.recorded;

import io.hushgate.report.picture.Picture;
import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Pictures as the store keeps them: boxes and arrows as arrays of their parts. */
final class PictureJson {
    private PictureJson() {}

    static void write(JsonGenerator json, String name, Picture picture) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("title", picture.title());
        json.writeArrayPropertyStart("boxes");
        for (Box box : picture.boxes()) {
            array(json, box.id(), box.heading(), box.text(), box.emphasis().name());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("arrows");
        for (Arrow arrow : picture.arrows()) {
            String certain = String.valueOf(arrow.certain());
            array(json, arrow.from(), arrow.to(), arrow.text(), arrow.explanation(), certain);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, String... parts) {
        json.writeStartArray();
        for (String part : parts) {
            json.writeString(part);
        }
        json.writeEndArray();
    }

    static Picture read(Json json) {
        return new Picture(
                json.text("title"),
                json.list("boxes").stream().map(PictureJson::box).toList(),
                json.list("arrows").stream().map(PictureJson::arrow).toList());
    }

    private static Box box(Json json) {
        List<String> parts = parts(json);
        return new Box(parts.get(0), parts.get(1), parts.get(2), Emphasis.valueOf(parts.get(3)));
    }

    private static Arrow arrow(Json json) {
        List<String> parts = parts(json);
        return new Arrow(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                Boolean.parseBoolean(parts.get(4)));
    }

    private static List<String> parts(Json json) {
        return json.elements().stream().map(Json::text).toList();
    }
}
