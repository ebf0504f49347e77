package dev.beranda.counterexample.vaguenames.domain.user;

public interface Names {

    record UserHelper() {}

    record UserImpl() {}

    record UserManager() {}

    record UserMapper() {}

    record UserPort() {}

    record UserRepository() {}

    record UserService() {}

    record UserUseCase() {}

    record UserUtil() {}

    record UserUtils() {}

    record Transport() {}
}
