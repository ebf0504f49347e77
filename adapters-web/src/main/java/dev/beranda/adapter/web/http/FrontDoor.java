package dev.beranda.adapter.web.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.IdleStateHandler;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Puts the doorkeeper in front of the routes of every connection, and the count of connections in front of that.
@Singleton
final class FrontDoor implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {

    private final NettyHttpServerConfiguration server;
    private final HttpLimits limits;
    private final HouseRules rules;
    private final BodyRoom room;
    private final BodyRoom uploadRoom;
    private final BodyRoom disk;
    private final AnswerHeaders headers;
    private final Refusals refusals;
    private final AccessLog log;
    private final ClientAddresses addresses;
    private final Crowd crowd;
    private final BeanProvider<Porter> porter;

    FrontDoor(
            NettyHttpServerConfiguration server,
            HttpLimits limits,
            AnswerHeaders headers,
            Refusals refusals,
            Ways ways,
            AccessLog log,
            ClientAddresses addresses,
            BeanProvider<Porter> porter) {
        if (server.getHttpVersion() != HttpVersion.HTTP_1_1) {
            throw new IllegalStateException(
                    "micronaut.server.http-version: only 1.1 is guarded; let a proxy in front speak HTTP/2");
        }
        this.server = server;
        this.limits = limits;
        this.rules = new HouseRules(limits, ways);
        this.room = roomFor(Load.WORDS);
        this.uploadRoom = roomFor(Load.UPLOAD);
        this.disk = roomFor(Load.REMOVAL);
        this.headers = headers;
        this.refusals = refusals;
        this.log = log;
        this.addresses = addresses;
        this.crowd = new Crowd(limits, addresses);
        this.porter = porter;
    }

    private BodyRoom roomFor(Load load) {
        return new BodyRoom(limits.room(load), limits.share(load));
    }

    HttpLimits limits() {
        return limits;
    }

    HouseRules rules() {
        return rules;
    }

    AnswerHeaders headers() {
        return headers;
    }

    Refusals refusals() {
        return refusals;
    }

    AccessLog log() {
        return log;
    }

    /// What is large waits in a room of its own, and never keeps words waiting; what is larger still, on the disk.
    ///
    /// @param peer who speaks, be it for somebody else
    void makeRoom(GatheredBody body, io.netty.handler.codec.http.HttpRequest request, SocketAddress peer) {
        int most = rules.bodySize(request);
        Supplier<String> network = () -> networkOf(request, peer);
        switch (HouseRules.load(request)) {
            case WORDS -> body.allow(most, room, network);
            case PICTURE, UPLOAD -> body.allow(most, uploadRoom, network);
            case REMOVAL -> body.allow(most, disk, network, limits.spool());
        }
    }

    private String networkOf(io.netty.handler.codec.http.HttpRequest request, SocketAddress peer) {
        return peer instanceof InetSocketAddress socket
                ? addresses.of(socket, request.headers()::getAll).network()
                : "";
    }

    /// Whether this head may bring more than words. Where nobody knows, none may.
    CompletableFuture<Boolean> lets(HttpRequest<?> head, Load load) {
        return porter.isPresent() ? porter.get().lets(head, load) : CompletableFuture.completedFuture(false);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
        created.getBean().register(this);
        return created.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return switch (role) {
            case LISTENER -> {
                channel.pipeline().addLast(new CrowdControl(crowd));
                yield this;
            }
            case CONNECTION -> new Entrance(channel);
            case REQUEST_STREAM, PUSH_PROMISE_STREAM -> this;
        };
    }

    private final class Entrance implements NettyServerCustomizer {

        private final Channel channel;

        Entrance(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            StrictRequestDecoder reader = new StrictRequestDecoder(server);
            ResponseWriter writer = new ResponseWriter();
            Intake intake = new Intake(new GatheredBody(channel.alloc(), room), new Pace(limits));
            Doorkeeper keeper = new Doorkeeper(FrontDoor.this, reader, writer, new Drain(channel, limits), intake);
            ChannelPipeline pipeline = channel.pipeline();
            String name = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            pipeline.replace(HttpServerCodec.class, name, reader);
            pipeline.addAfter(name, "response-writer", writer);
            pipeline.addAfter("response-writer", "doorkeeper", keeper);
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.remove(IdleStateHandler.class);
            }
        }
    }
}
