package dev.beranda.adapter.exchange;

import dev.beranda.domain.shared.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One element with everything in it. Names are told by what their prefixes usually are.
record Xml(String name, Map<String, String> attributes, String text, List<Xml> children) {

    private static final int DEEPEST = 12;
    private static final int LONGEST = 8 * 1024 * 1024;
    private static final int MOST = 200_000;

    private static final String WORDPRESS = "http://wordpress.org/export/";

    private static final Map<String, String> PREFIXES =
            Map.of("http://purl.org/rss/1.0/modules/content/", "content:", "http://purl.org/dc/elements/1.1/", "dc:");

    /// That knows no other files, and no names that stand for anything.
    static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /// Goes on to the next piece; what would have to be looked up elsewhere is not read at all.
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Malformed();
        }
        return event;
    }

    static String name(XMLStreamReader xml) {
        String namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
        if (namespace.startsWith(WORDPRESS)) {
            return (namespace.endsWith("excerpt/") ? "excerpt:" : "wp:") + xml.getLocalName();
        }
        return namespace.isEmpty() ? xml.getLocalName() : PREFIXES.getOrDefault(namespace, "?") + xml.getLocalName();
    }

    /// The element that begins here.
    static Xml element(XMLStreamReader xml) throws XMLStreamException {
        return new Reading().element(xml, 0);
    }

    private static final class Reading {

        private int letters;
        private int elements;

        Xml element(XMLStreamReader xml, int depth) throws XMLStreamException {
            if (depth > DEEPEST || ++elements > MOST) {
                throw new Malformed(new Flaw(Malformed.TOO_MUCH));
            }
            String name = name(xml);
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            var text = new StringBuilder();
            List<Xml> children = new ArrayList<>();
            for (int event = next(xml); event != XMLStreamConstants.END_ELEMENT; event = next(xml)) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    children.add(element(xml, depth + 1));
                } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                    add(text, xml);
                }
            }
            return new Xml(name, attributes, children.isEmpty() ? text.toString() : "", children);
        }

        private void add(StringBuilder text, XMLStreamReader xml) {
            letters += xml.getTextLength();
            if (letters > LONGEST) {
                throw new Malformed(new Flaw(Malformed.TOO_MUCH));
            }
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    /// How much there is to read in it.
    int length() {
        return text.length() + children.stream().mapToInt(Xml::length).sum();
    }

    /// Of the first child that is called so; empty where there is none.
    String text(String child) {
        return all(child).stream().findFirst().map(Xml::text).orElse("").strip();
    }

    List<Xml> all(String child) {
        return children.stream().filter(one -> one.name().equals(child)).toList();
    }

    String attribute(String called) {
        return attributes.getOrDefault(called, "");
    }
}
