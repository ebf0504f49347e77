package dev.beranda.adapter.web.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many connections are open, in all and from each network. Our own proxies speak for many and count in all only.
final class Crowd {

    private final int most;
    private final int mostOfOneNetwork;
    private final ClientAddresses addresses;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byNetwork = new ConcurrentHashMap<>();

    Crowd(HttpLimits limits, ClientAddresses addresses) {
        this.most = limits.connections();
        this.mostOfOneNetwork = limits.connectionsPerNetwork();
        this.addresses = addresses;
    }

    boolean enter(IpAddress peer) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        if (!addresses.isTrusted(peer) && byNetwork.merge(network(peer), 1, Integer::sum) > mostOfOneNetwork) {
            leave(peer);
            return false;
        }
        return true;
    }

    void leave(IpAddress peer) {
        all.decrementAndGet();
        if (!addresses.isTrusted(peer)) {
            byNetwork.computeIfPresent(network(peer), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String network(IpAddress peer) {
        return peer.asClient().network();
    }
}
