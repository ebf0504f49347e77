package dev.beranda.adapter.web.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands between one connection and the routes. Lets one request in at a time, and only once it is there as a whole;
/// turns away what breaks the rules; keeps the time; and puts on every answer what every answer carries.
///
/// One at a time and whole is what makes the rest simple: a refusal never overtakes another request's answer, no route
/// ever waits for a slow sender, and a body that turns out to be broken has not been half believed.
final class Doorkeeper extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final long ORIGIN = System.nanoTime();
    /// Stands for a request of which not even the first line could be read; the decoder invents one that is full.
    private static final HttpRequest NOTHING = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "");

    private enum Stage {
        WAITING,
        /// Who may bring what comes behind this head.
        ASKING,
        GATHERING,
        ANSWERING,
        LEAVING
    }

    private final FrontDoor door;
    private final HttpLimits limits;
    private final StrictRequestDecoder reader;
    private final ResponseWriter writer;
    private final Drain drain;
    private final Intake intake;
    private final Alarm alarm = new Alarm();
    private final Ahead ahead = new Ahead();

    private Stage stage = Stage.WAITING;
    private @Nullable Visit visit;
    private @Nullable HttpRequest head;
    private int status;
    /// When what the stage is waiting for began.
    private long since = now();
    private boolean inHead;
    private boolean closing;
    /// Whoever this is was let in without what they brought.
    private boolean emptyHanded;

    Doorkeeper(FrontDoor door, StrictRequestDecoder reader, ResponseWriter writer, Drain drain, Intake intake) {
        this.door = door;
        this.limits = door.limits();
        this.reader = reader;
        this.writer = writer;
        this.drain = drain;
        this.intake = intake;
    }

    static long now() {
        return System.nanoTime() - ORIGIN;
    }

    // ---- in

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        setAlarm(ctx);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (stage == Stage.LEAVING || emptyHanded || !ctx.channel().isActive()) {
            ReferenceCountUtil.release(message);
        } else if (stage != Stage.ANSWERING && stage != Stage.ASKING && ahead.isEmpty()) {
            take(ctx, message);
        } else if (!ahead.keep(message)) {
            ctx.close();
        }
    }

    private void take(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            admit(ctx, request);
        }
        if (stage == Stage.GATHERING && message instanceof HttpContent content) {
            gather(ctx, content);
        } else if (stage == Stage.LEAVING) {
            ReferenceCountUtil.release(message);
        }
    }

    private void admit(ChannelHandlerContext ctx, HttpRequest request) {
        long begun = now();
        String id = RequestIds.settle(request.headers());
        String client = door.log().client(ctx.channel().remoteAddress(), request.headers());
        Optional<Refusal> refusal = door.rules().judge(request);
        head = request instanceof FullHttpRequest ? NOTHING : request;
        visit = Visit.of(head, id, client, begun);
        if (refusal.isPresent()) {
            refuse(ctx, refusal.get());
            return;
        }
        head = asGet(request);
        inHead = false;
        if (HouseRules.wantsToKnowWho(request)) {
            ask(ctx, request);
        } else {
            gatherFrom(ctx, request, begun);
        }
    }

    /// Nothing but the head is looked at until it is known who sends it; what comes along meanwhile waits, and the
    /// rest in the network.
    private void ask(ChannelHandlerContext ctx, HttpRequest request) {
        stage = Stage.ASKING;
        door.lets(Heads.of(request), HouseRules.load(request))
                .whenComplete((may, failure) -> ctx.executor().execute(() -> settle(ctx, request, may, failure)));
    }

    private void settle(
            ChannelHandlerContext ctx, HttpRequest request, @Nullable Boolean may, @Nullable Throwable failure) {
        if (stage != Stage.ASKING) {
            return;
        }
        if (failure != null) {
            refuse(ctx, Refusal.UNAVAILABLE);
        } else if (Boolean.TRUE.equals(may)) {
            gatherFrom(ctx, request, now());
            takeAhead(ctx);
        } else {
            letInEmptyHanded(ctx, request);
        }
    }

    /// The gate says what there is to say, and they are seen to the door: the rest of what they sent is in the way of
    /// another request.
    private void letInEmptyHanded(ChannelHandlerContext ctx, HttpRequest request) {
        emptyHanded = true;
        closing = true;
        ahead.forget();
        request.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
        request.headers().remove(HttpHeaderNames.EXPECT);
        request.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        letIn(ctx, LastHttpContent.EMPTY_LAST_CONTENT);
        ctx.fireChannelReadComplete();
    }

    private void gatherFrom(ChannelHandlerContext ctx, HttpRequest request, long begun) {
        stage = Stage.GATHERING;
        door.makeRoom(intake.body(), request, ctx.channel().remoteAddress());
        intake.begin(begun);
        if (HttpUtil.is100ContinueExpected(request)) {
            request.headers().remove(HttpHeaderNames.EXPECT);
            ctx.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    /// Routes answer HEAD as they answer GET; the body is left out at the very end, and its length is not.
    private static HttpRequest asGet(HttpRequest request) {
        return HttpMethod.HEAD.equals(request.method()) ? request.setMethod(HttpMethod.GET) : request;
    }

    private void gather(ChannelHandlerContext ctx, HttpContent content) {
        try {
            Optional<Refusal> refusal = intake.take(content);
            if (refusal.isPresent()) {
                refuse(ctx, refusal.get());
            } else if (content instanceof LastHttpContent last) {
                letIn(ctx, intake.whole(last));
            }
        } finally {
            content.release();
        }
    }

    private void letIn(ChannelHandlerContext ctx, LastHttpContent last) {
        stage = Stage.ANSWERING;
        BodyDigest.note(Objects.requireNonNull(head), last.content());
        ctx.fireChannelRead(Objects.requireNonNull(head));
        ctx.fireChannelRead(last);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (stage == Stage.LEAVING) {
            ctx.read();
            return;
        }
        noteHead();
        setAlarm(ctx);
        ctx.fireChannelReadComplete();
    }

    private void noteHead() {
        if (stage == Stage.WAITING && !inHead && reader.isHeadBegun()) {
            inHead = true;
            since = now();
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (ahead.mayRead()) {
            ctx.read();
        }
    }

    private void takeAhead(ChannelHandlerContext ctx) {
        while (!ahead.isEmpty() && (stage == Stage.WAITING || stage == Stage.GATHERING)) {
            take(ctx, ahead.next());
        }
        if (ahead.owesRead()) {
            ctx.read();
        }
        channelReadComplete(ctx);
    }

    // ---- out

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Visit answered = visit;
        if (message instanceof HttpResponse response && response.status().code() >= 200 && answered != null) {
            begin(response, answered);
        }
        drain.offer(message);
        ctx.write(message, promise);
        if (answered != null && status != 0) {
            follow(ctx, message, answered);
        }
    }

    private void follow(ChannelHandlerContext ctx, Object message, Visit answered) {
        if (message instanceof LastHttpContent) {
            end(ctx, answered);
        } else if (answered.isHead()) {
            end(ctx, answered);
            ctx.flush();
            ctx.executor().execute(ctx::close);
        }
    }

    private void begin(HttpResponse response, Visit answered) {
        status = response.status().code();
        writer.headOnly(answered.isHead());
        door.headers().put(response.headers(), status, answered);
        closing |= answered.isHead() && !(response instanceof LastHttpContent);
        if (closing) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        closing |= response.headers().contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }

    private void end(ChannelHandlerContext ctx, Visit answered) {
        report(answered);
        visit = null;
        status = 0;
        since = now();
        inHead = false;
        stage = closing ? Stage.LEAVING : Stage.WAITING;
        noteHead();
        if (emptyHanded) {
            ctx.executor().execute(() -> seeOut(ctx));
        } else if (!ahead.isEmpty()) {
            ctx.executor().execute(() -> takeAhead(ctx));
        }
        setAlarm(ctx);
    }

    /// They may still be sending what nobody reads, and are to read why.
    private static void seeOut(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> hangUp(ctx));
        ctx.read();
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        drain.flushed(Doorkeeper::now);
        setAlarm(ctx);
    }

    /// The server on its way out closes what looks idle to it. A request that is half here does, but is not: it gets
    /// its answer, and the server closes behind that.
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (stage == Stage.GATHERING || stage == Stage.ASKING || stage == Stage.WAITING && inHead) {
            closing = true;
        } else if (emptyHanded && stage == Stage.LEAVING) {
            promise.trySuccess();
        } else {
            ctx.close(promise);
        }
    }

    // ---- out of the house

    private void refuse(ChannelHandlerContext ctx, Refusal refusal) {
        HttpRequest asked = visit == null ? NOTHING : Objects.requireNonNull(head);
        Visit refused = visit == null ? unread(ctx) : visit;
        visit = null;
        stage = Stage.LEAVING;
        since = now();
        status = refusal.status().code();
        writer.headOnly(refused.isHead());
        FullHttpResponse answer = door.refusals().answer(refusal, asked, refused.id());
        door.headers().put(answer.headers(), status, refused);
        ctx.writeAndFlush(answer).addListener(_ -> hangUp(ctx));
        report(refused);
        forget();
        setAlarm(ctx);
        ctx.read();
    }

    private Visit unread(ChannelHandlerContext ctx) {
        String client = door.log().client(ctx.channel().remoteAddress(), NOTHING.headers());
        return Visit.of(NOTHING, RequestIds.fresh(), client, since);
    }

    /// Closing at once while the client still sends would reset the connection and take the answer with it.
    private static void hangUp(ChannelHandlerContext ctx) {
        boolean plain = ctx.pipeline().get(SslHandler.class) == null;
        if (plain && ctx.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        } else {
            ctx.close();
        }
    }

    private void report(Visit answered) {
        if (door.log().isOn()) {
            door.log().write(answered, status, now());
        }
    }

    private void forget() {
        intake.forget();
        head = null;
        ahead.forget();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ctx.fireChannelInactive();
        handlerRemoved(ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        stage = Stage.LEAVING;
        forget();
        alarm.cancel();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("Connection given up", cause);
        ctx.close();
    }

    // ---- the clock

    private void setAlarm(ChannelHandlerContext ctx) {
        alarm.set(ctx, Math.min(due(), drain.due()), () -> ring(ctx));
    }

    private long due() {
        return switch (stage) {
            case WAITING -> inHead ? since + limits.head().toNanos() : whenDrained(limits.keepAlive());
            case GATHERING -> intake.due();
            case ASKING, ANSWERING -> Drain.NEVER;
            case LEAVING -> whenDrained(limits.linger());
        };
    }

    /// The silence of a client that is still reading does not count.
    private long whenDrained(Duration patience) {
        return drain.isEmpty() ? since + patience.toNanos() : Drain.NEVER;
    }

    private void ring(ChannelHandlerContext ctx) {
        long now = now();
        if (drain.isStalled(now)) {
            ctx.close();
        } else if (now >= due()) {
            runOut(ctx, now);
        } else if (due() == Drain.NEVER) {
            since = now;
        }
        setAlarm(ctx);
    }

    private void runOut(ChannelHandlerContext ctx, long now) {
        if (stage == Stage.GATHERING ? intake.isTooSlow(now) : stage == Stage.WAITING && inHead) {
            refuse(ctx, Refusal.REQUEST_TIMEOUT);
        } else if (stage != Stage.GATHERING) {
            ctx.close();
        }
    }
}
