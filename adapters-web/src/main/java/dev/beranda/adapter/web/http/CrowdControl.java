package dev.beranda.adapter.web.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;

/// Sits at the listening socket, where a connection too many can be dropped before anything has been spent on it.
final class CrowdControl extends ChannelInboundHandlerAdapter {

    private final Crowd crowd;

    CrowdControl(Crowd crowd) {
        this.crowd = crowd;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Channel connection = (Channel) message;
        if (!(connection.remoteAddress() instanceof InetSocketAddress socket)) {
            connection.unsafe().closeForcibly();
            return;
        }
        IpAddress peer = IpAddress.of(socket.getAddress());
        if (crowd.enter(peer)) {
            connection.closeFuture().addListener(_ -> crowd.leave(peer));
            ctx.fireChannelRead(connection);
        } else {
            connection.unsafe().closeForcibly();
        }
    }
}
