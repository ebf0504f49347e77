/// What people do.
enum Deed {
    REGISTER,
    LOG_IN,
    REFRESH,
    READ,
    LOG_OUT,
    LIKE,
    MERGE,
    EDIT
}
