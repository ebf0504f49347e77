package dev.beranda.counterexample.portsatthedoor.application.user;

public interface UserReader {

    String read();
}
