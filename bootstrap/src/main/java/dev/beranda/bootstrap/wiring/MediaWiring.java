package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.bucket.BucketShelves;
import dev.beranda.adapter.media.FolderShelves;
import dev.beranda.adapter.media.ImagePrintRoom;
import dev.beranda.adapter.media.Places;
import dev.beranda.application.media.CollectStrays;
import dev.beranda.application.media.DescribeMedium;
import dev.beranda.application.media.ListMedia;
import dev.beranda.application.media.MediaReader;
import dev.beranda.application.media.OpenPrint;
import dev.beranda.application.media.RemoveMedium;
import dev.beranda.application.media.ShowMedium;
import dev.beranda.application.media.UploadMedium;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.PrintRoom;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

@Factory
final class MediaWiring {

    @Singleton
    PrintRoom printRoom(Places places) {
        return new ImagePrintRoom(places);
    }

    @Singleton
    Shelves shelves(Settings settings) {
        return settings.media()
                .bucket()
                .<Shelves>map(BucketShelves::in)
                .orElseGet(() -> folder(settings.dataFolder().toAbsolutePath().resolve("media")));
    }

    private static Shelves folder(Path folder) {
        try {
            return FolderShelves.in(folder);
        } catch (IOException failure) {
            throw new SettingsException("BERANDA_DATA_DIR: " + folder + " cannot be made: " + failure.getMessage());
        }
    }

    @Singleton
    UploadMedium uploadMedium(
            Media media,
            Shelves shelves,
            PrintRoom printRoom,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock,
            Settings settings) {
        long quota = settings.media().quotaBytes();
        return new UploadMedium(media, shelves, printRoom, transactions, throttle, uuids, clock, quota);
    }

    @Singleton
    ShowMedium showMedium(Media media) {
        return new ShowMedium(media);
    }

    @Singleton
    OpenPrint openPrint(Shelves shelves) {
        return new OpenPrint(shelves);
    }

    @Singleton
    ListMedia listMedia(MediaReader reader) {
        return new ListMedia(reader);
    }

    @Singleton
    DescribeMedium describeMedium(Media media, Transactions transactions) {
        return new DescribeMedium(media, transactions);
    }

    @Singleton
    RemoveMedium removeMedium(Media media, Shelves shelves, Transactions transactions) {
        return new RemoveMedium(media, shelves, transactions);
    }

    @Singleton
    CollectStrays collectStrays(Media media, Shelves shelves, Clock clock) {
        return new CollectStrays(media, shelves, clock);
    }
}
