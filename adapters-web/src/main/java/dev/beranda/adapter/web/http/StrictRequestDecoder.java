package dev.beranda.adapter.web.http;

import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/// Reads requests and tolerates nothing that two readers could take for two different ones.
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final IllegalArgumentException FOLDED = new IllegalArgumentException("folded header line");

    private boolean inHead = true;
    private boolean headBegun;
    private boolean folded;

    StrictRequestDecoder(NettyHttpServerConfiguration server) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(server.getMaxInitialLineLength())
                .setMaxHeaderSize(server.getMaxHeaderSize())
                .setMaxChunkSize(server.getMaxChunkSize())
                .setInitialBufferSize(server.getInitialBufferSize())
                .setValidateHeaders(true)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true)
                .setAllowDuplicateContentLengths(false));
    }

    /// Whether the client has begun a head and not ended it.
    boolean isHeadBegun() {
        return headBegun;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        int begin = in.readerIndex();
        int known = out.size();
        boolean wasInHead = inHead;
        super.decode(ctx, in, out);
        if (wasInHead) {
            headBegun = true;
            folded |= hasFoldedLine(in, begin, in.readerIndex());
        }
        for (Object message : out.subList(known, out.size())) {
            note(message);
        }
    }

    private void note(Object message) {
        if (message instanceof HttpRequest request) {
            if (folded && request.decoderResult().isSuccess()) {
                request.setDecoderResult(DecoderResult.failure(FOLDED));
            }
            inHead = false;
            headBegun = false;
            folded = false;
        }
        if (message instanceof LastHttpContent) {
            inHead = true;
        }
    }

    /// Lines are consumed whole, so a piece of a head always begins where a line does.
    private static boolean hasFoldedLine(ByteBuf in, int begin, int end) {
        int line = begin;
        while (line < end) {
            byte first = in.getByte(line);
            if (first == ' ' || first == '\t') {
                return true;
            }
            int next = in.indexOf(line, end, (byte) '\n');
            line = next < 0 ? end : next + 1;
        }
        return false;
    }
}
