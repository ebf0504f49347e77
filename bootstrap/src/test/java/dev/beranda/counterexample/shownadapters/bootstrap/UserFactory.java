package dev.beranda.counterexample.shownadapters.bootstrap;

import dev.beranda.counterexample.shownadapters.adapter.persistence.user.OpenToAnybody;
import dev.beranda.counterexample.shownadapters.adapter.persistence.user.ShownForAReason;

record UserFactory(OpenToAnybody open, ShownForAReason.Part part) {}
