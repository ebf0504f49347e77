package dev.beranda.adapter.markup;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Where pictures are not shown, there is a link to them.
final class LinkedPicture implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    LinkedPicture(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
        String address = ((Image) node).getDestination();
        var html = context.getWriter();
        html.tag("a", Map.of("href", address));
        if (node.getFirstChild() == null) {
            html.text(address);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/a");
    }
}
