package dev.beranda.adapter.web.syndication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML down, well-formed whatever a text holds: what XML has no way to say is left out.
final class XmlPage {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private XmlPage(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] of(Consumer<XmlPage> content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.accept(new XmlPage(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
        return bytes.toByteArray();
    }

    /// The same bytes on every node, whatever the order of the attributes.
    ///
    /// @param attributes of which the names of namespaces are some
    XmlPage element(String name, Map<String, String> attributes, Consumer<XmlPage> content) {
        try {
            out.writeStartElement(name);
            write(attributes);
            content.accept(this);
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
        return this;
    }

    XmlPage element(String name, Consumer<XmlPage> content) {
        return element(name, Map.of(), content);
    }

    XmlPage element(String name, Map<String, String> attributes, String text) {
        return element(name, attributes, page -> page.text(text));
    }

    XmlPage element(String name, String text) {
        return element(name, Map.of(), text);
    }

    /// One with nothing in it.
    XmlPage element(String name, Map<String, String> attributes) {
        try {
            out.writeEmptyElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
        return this;
    }

    private void write(Map<String, String> attributes) throws XMLStreamException {
        for (var attribute : new TreeMap<>(attributes).entrySet()) {
            out.writeAttribute(attribute.getKey(), sayable(attribute.getValue()));
        }
    }

    private void text(String text) {
        try {
            out.writeCharacters(sayable(text));
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(XMLStreamException failure) {
        return new IllegalStateException("XML that cannot be written to memory", failure);
    }

    private static String sayable(String text) {
        return text.codePoints().allMatch(XmlPage::isSayable)
                ? text
                : text.codePoints()
                        .filter(XmlPage::isSayable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /// The characters of XML 1.0.
    private static boolean isSayable(int codePoint) {
        return codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }
}
