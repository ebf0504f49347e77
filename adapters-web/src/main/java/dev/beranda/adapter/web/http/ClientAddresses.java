package dev.beranda.adapter.web.http;

import dev.beranda.domain.shared.ClientAddress;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tells who is speaking. The socket's peer is, unless it is one of our own proxies; then it is the right-most hop of
/// `Forwarded` or `X-Forwarded-For` that is not.
///
/// Where both fields are there they must name the same address, for a proxy that writes one of them passes the other
/// on as the client sent it. Doubt, in this and in any other way, means the peer. No other header is ever looked at.
@Singleton
@Replaces(DefaultHttpClientAddressResolver.class)
public final class ClientAddresses implements HttpClientAddressResolver {

    private static final String FORWARDED = "Forwarded";
    private static final String X_FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressRange> proxies;

    ClientAddresses(@Property(name = "beranda.trusted-proxies", defaultValue = "") List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }

    public ClientAddress of(HttpRequest<?> request) {
        return of(request.getRemoteAddress(), request.getHeaders()::getAll);
    }

    @Override
    public String resolve(HttpRequest request) {
        return of((HttpRequest<?>) request).value();
    }

    ClientAddress of(InetSocketAddress socket, Function<String, List<String>> fields) {
        IpAddress peer = IpAddress.of(socket.getAddress());
        IpAddress client = isTrusted(peer) ? announced(fields).orElse(peer) : peer;
        return client.asClient();
    }

    boolean isTrusted(IpAddress address) {
        for (AddressRange range : proxies) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private Optional<IpAddress> announced(Function<String, List<String>> fields) {
        List<String> forwarded = fields.apply(FORWARDED);
        List<String> forwardedFor = fields.apply(X_FORWARDED_FOR);
        if (forwarded.isEmpty()) {
            return forwardedFor.isEmpty() ? Optional.empty() : client(Hops.forwardedFor(forwardedFor));
        }
        Optional<IpAddress> one = client(Hops.forwarded(forwarded));
        return forwardedFor.isEmpty() ? one : one.filter(agreesWith(client(Hops.forwardedFor(forwardedFor))));
    }

    private static java.util.function.Predicate<IpAddress> agreesWith(Optional<IpAddress> other) {
        return one -> other.filter(address -> address.shares(one, one.width())).isPresent();
    }

    /// From the right, as far as trust reaches. When every hop is one of ours, the first of them began it.
    private Optional<IpAddress> client(Optional<Hops> way) {
        Optional<IpAddress> hop = Optional.empty();
        for (String node : way.map(Hops::nodes).orElse(List.of()).reversed()) {
            hop = Hops.address(node);
            if (hop.filter(this::isTrusted).isEmpty()) {
                return hop;
            }
        }
        return hop;
    }
}
