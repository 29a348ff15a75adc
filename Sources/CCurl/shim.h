#include <curl/curl.h>

// libcurl's setters take any number of arguments, which Swift can't call. Each of these takes one kind.

static inline CURLcode curl_set_text(CURL *transfer, CURLoption option, const char *text) {
    return (curl_easy_setopt)(transfer, option, text);
}

static inline CURLcode curl_set_number(CURL *transfer, CURLoption option, long number) {
    return (curl_easy_setopt)(transfer, option, number);
}

static inline CURLcode curl_set_list(CURL *transfer, CURLoption option, struct curl_slist *list) {
    return (curl_easy_setopt)(transfer, option, list);
}

static inline CURLcode curl_set_reader(CURL *transfer, curl_read_callback reader, void *context) {
    CURLcode code = (curl_easy_setopt)(transfer, CURLOPT_READFUNCTION, reader);
    return code != CURLE_OK ? code : (curl_easy_setopt)(transfer, CURLOPT_READDATA, context);
}

static inline CURLcode curl_set_listener(CURL *transfer, curl_write_callback listener, void *context) {
    CURLcode code = (curl_easy_setopt)(transfer, CURLOPT_HEADERFUNCTION, listener);
    return code != CURLE_OK ? code : (curl_easy_setopt)(transfer, CURLOPT_HEADERDATA, context);
}

static inline CURLcode curl_set_error_room(CURL *transfer, char *room) {
    return (curl_easy_setopt)(transfer, CURLOPT_ERRORBUFFER, room);
}
