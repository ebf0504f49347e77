package dev.beranda.adapter.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what a store says is in a bucket. Nothing outside of the answer is ever fetched for it.
final class Listing {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private Listing() {}

    /// Of objects, and of what stands for many of them up to the delimiter.
    static List<String> names(InputStream answer) throws IOException {
        try {
            return names(XML.createXMLStreamReader(answer));
        } catch (XMLStreamException failure) {
            throw new IOException("not a list of a bucket", failure);
        }
    }

    private static List<String> names(XMLStreamReader xml) throws XMLStreamException {
        List<String> names = new ArrayList<>();
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                if (within && (element.equals("Key") || element.equals("Prefix"))) {
                    names.add(xml.getElementText());
                } else {
                    within |= element.equals("Contents") || element.equals("CommonPrefixes");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within &= !(xml.getLocalName().equals("Contents")
                        || xml.getLocalName().equals("CommonPrefixes"));
            }
        }
        return names;
    }
}
