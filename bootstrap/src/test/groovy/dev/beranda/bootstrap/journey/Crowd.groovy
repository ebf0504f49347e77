package dev.beranda.bootstrap.journey

import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors

/** Many who do something at the very same moment. */
class Crowd {

    static <T> List<T> of(int size, Closure<T> what) {
        def start = new CyclicBarrier(size)
        def people = Executors.newVirtualThreadPerTaskExecutor()
        try {
            people.invokeAll((0..<size).collect { i -> ({ start.await(); what(i) } as Callable<T>) })*.get()
        } finally {
            people.close()
        }
    }
}
