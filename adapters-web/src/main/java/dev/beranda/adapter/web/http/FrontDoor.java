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
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Puts the doorkeeper in front of the routes of every connection, and the count of connections in front of that.
@Singleton
final class FrontDoor implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {

    /// On their way at once.
    private static final int MOST_REMOVALS = 2;

    private final NettyHttpServerConfiguration server;
    private final HttpLimits limits;
    private final HouseRules rules;
    private final BodyRoom room;
    private final BodyRoom uploadRoom;
    private final BodyRoom disk;
    private final AnswerHeaders headers;
    private final AccessLog log;
    private final Crowd crowd;
    private final BeanProvider<Porter> porter;

    FrontDoor(
            NettyHttpServerConfiguration server,
            HttpLimits limits,
            AnswerHeaders headers,
            AccessLog log,
            ClientAddresses addresses,
            BeanProvider<Porter> porter) {
        if (server.getHttpVersion() != HttpVersion.HTTP_1_1) {
            throw new IllegalStateException(
                    "micronaut.server.http-version: only 1.1 is guarded; let a proxy in front speak HTTP/2");
        }
        this.server = server;
        this.limits = limits;
        this.rules = new HouseRules(Map.of(
                Load.WORDS, limits.body(),
                Load.PICTURE, limits.picture(),
                Load.UPLOAD, limits.upload(),
                Load.REMOVAL, limits.removal()));
        this.room = new BodyRoom(limits.bodyMemory());
        this.uploadRoom = new BodyRoom(limits.uploadMemory());
        this.disk = new BodyRoom(MOST_REMOVALS * limits.removal());
        this.headers = headers;
        this.log = log;
        this.crowd = new Crowd(limits, addresses);
        this.porter = porter;
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

    AccessLog log() {
        return log;
    }

    /// What is large waits in a room of its own, and never keeps words waiting; what is larger still, on the disk.
    void makeRoom(GatheredBody body, io.netty.handler.codec.http.HttpRequest request) {
        int most = rules.bodySize(request);
        switch (rules.load(request)) {
            case WORDS -> body.allow(most, room);
            case PICTURE, UPLOAD -> body.allow(most, uploadRoom);
            case REMOVAL -> body.allow(most, disk, limits.spool());
        }
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
            GatheredBody body = new GatheredBody(channel.alloc(), room);
            Doorkeeper keeper = new Doorkeeper(FrontDoor.this, reader, writer, new Drain(channel, limits), body);
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
