package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML: an element is an object of its attributes ({@code -name}), its children and its text
 * ({@code #content}); one that has only text is that text; children of one name are an array.
 * Namespaces are dropped. Document types are passed over and entities are not resolved.
 */
final class XmlInput {
    /** Deeper than any format nests. */
    private static final int MAX_DEPTH = 500;

    private XmlInput() {}

    /** An element that is being read. */
    private static final class Element {
        private final Map<String, List<Value>> children = new TreeMap<>();
        private final StringBuilder text = new StringBuilder();

        void add(String name, Value child) {
            children.computeIfAbsent(name, _ -> new ArrayList<>()).add(child);
        }

        Value value() {
            String content = text.toString().strip();
            if (children.isEmpty()) {
                return RegoString.of(content);
            }
            RegoObject.Builder object = RegoObject.builder();
            children.forEach((name, values) ->
                    object.put(
                            name, values.size() == 1 ? values.getFirst() : RegoArray.of(values)));
            if (!content.isEmpty()) {
                object.put("#content", RegoString.of(content));
            }
            return object.build();
        }
    }

    static Value read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Deque<Element> open = new ArrayDeque<>();
        open.push(new Element());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                take(reader, open);
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new InputProblem(Math.max(1, line), "no well-formed XML from here on");
        }
        return open.pop().value();
    }

    private static void take(XMLStreamReader reader, Deque<Element> open)
            throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() > MAX_DEPTH) {
                    throw new InputProblem(
                            reader.getLocation().getLineNumber(),
                            "elements nest more than %d deep".formatted(MAX_DEPTH));
                }
                Element element = new Element();
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    element.add(
                            "-" + reader.getAttributeLocalName(i),
                            RegoString.of(reader.getAttributeValue(i)));
                }
                open.push(element);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                Value value = open.pop().value();
                open.element().add(reader.getLocalName(), value);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(reader.getText());
            default -> {}
        }
    }
}
