package dev.beranda.counterexample.unknownword.application.weather;

public final class TellForecast {

    public String tell() {
        return "rain";
    }
}
