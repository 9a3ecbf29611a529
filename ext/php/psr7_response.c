/* SPDX-License-Identifier: MIT
 *
 * WsChat\Psr7\Response: status and phrase. Refuses a status outside 100 to 599
 * and a phrase that would end the line.
 */
#include "php_wschat.h"

#include "psr7_message.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

/* RFC 9110 section 15 and the IANA registry, in the words of Guzzle's responses,
 * which Ratchet's users know. */
static const char *phrase_of(zend_long status)
{
	static const struct {
		zend_long status;
		const char *phrase;
	} phrases[] = {
		{100, "Continue"},
		{101, "Switching Protocols"},
		{102, "Processing"},
		{200, "OK"},
		{201, "Created"},
		{202, "Accepted"},
		{203, "Non-Authoritative Information"},
		{204, "No Content"},
		{205, "Reset Content"},
		{206, "Partial Content"},
		{207, "Multi-status"},
		{208, "Already Reported"},
		{300, "Multiple Choices"},
		{301, "Moved Permanently"},
		{302, "Found"},
		{303, "See Other"},
		{304, "Not Modified"},
		{305, "Use Proxy"},
		{306, "Switch Proxy"},
		{307, "Temporary Redirect"},
		{308, "Permanent Redirect"},
		{400, "Bad Request"},
		{401, "Unauthorized"},
		{402, "Payment Required"},
		{403, "Forbidden"},
		{404, "Not Found"},
		{405, "Method Not Allowed"},
		{406, "Not Acceptable"},
		{407, "Proxy Authentication Required"},
		{408, "Request Time-out"},
		{409, "Conflict"},
		{410, "Gone"},
		{411, "Length Required"},
		{412, "Precondition Failed"},
		{413, "Request Entity Too Large"},
		{414, "Request-URI Too Large"},
		{415, "Unsupported Media Type"},
		{416, "Requested range not satisfiable"},
		{417, "Expectation Failed"},
		{418, "I'm a teapot"},
		{422, "Unprocessable Entity"},
		{423, "Locked"},
		{424, "Failed Dependency"},
		{425, "Unordered Collection"},
		{426, "Upgrade Required"},
		{428, "Precondition Required"},
		{429, "Too Many Requests"},
		{431, "Request Header Fields Too Large"},
		{451, "Unavailable For Legal Reasons"},
		{500, "Internal Server Error"},
		{501, "Not Implemented"},
		{502, "Bad Gateway"},
		{503, "Service Unavailable"},
		{504, "Gateway Time-out"},
		{505, "HTTP Version not supported"},
		{506, "Variant Also Negotiates"},
		{507, "Insufficient Storage"},
		{508, "Loop Detected"},
		{510, "Not Extended"},
		{511, "Network Authentication Required"},
	};
	size_t i;

	for (i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (phrases[i].status == status) {
			return phrases[i].phrase;
		}
	}
	return "";
}

zend_string *wschat_psr7_response_reason(const struct wschat_psr7_message *message)
{
	const char *phrase;

	if (message->reason) {
		return zend_string_copy(message->reason);
	}
	phrase = phrase_of(message->status);
	return zend_string_init(phrase, strlen(phrase), 0);
}

/* Takes a reason of length 0 or NULL for none. */
static bool set_status(struct wschat_psr7_message *message, zend_long status, zend_string *reason)
{
	if (status < 100 || status >= 600) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "Status code must be an integer value between 1xx and 5xx, " ZEND_LONG_FMT " given",
		                        status);
		return false;
	}
	if (reason && !wschat_psr7_one_line(reason, "Reason phrase")) {
		return false;
	}
	message->status = status;
	wschat_psr7_put_string(&message->reason, reason && ZSTR_LEN(reason) > 0 ? zend_string_copy(reason) : NULL);
	return true;
}

zend_object *wschat_response_new(int status, HashTable *headers, const char *reason)
{
	zend_object *object = wschat_psr7_message_new(wschat_ce_psr7_response);
	struct wschat_psr7_message *message = wschat_psr7_message_from(object);
	zend_string *text = reason ? zend_string_init(reason, strlen(reason), 0) : NULL;
	bool good = set_status(message, status, text) && (!headers || wschat_psr7_headers_set(message, headers));

	if (text) {
		zend_string_release(text);
	}
	if (!good) {
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

ZEND_METHOD(WsChat_Psr7_Response, __construct)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));
	zend_string *version = NULL, *reason = NULL;
	zval *argument = NULL, *body = NULL;
	HashTable *headers = NULL;
	zend_long status = 200;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 5), "|zhzSS!", &argument, &headers, &body, &version, &reason) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (argument && !wschat_psr7_long(argument, 1, &status)) {
		RETURN_THROWS();
	}
	if (version && !wschat_psr7_one_line(version, "Protocol version")) {
		RETURN_THROWS();
	}
	wschat_psr7_message_reset(message);
	if (!set_status(message, status, reason) || (headers && !wschat_psr7_headers_set(message, headers))) {
		RETURN_THROWS();
	}
	if (version && !zend_string_equals_literal(version, "1.1")) {
		wschat_psr7_put_string(&message->version, zend_string_copy(version));
	}
	if (body) {
		wschat_psr7_message_set_body(message, body);
	}
}

ZEND_METHOD(WsChat_Psr7_Response, getStatusCode)
{
	RETURN_LONG(wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS))->status);
}

ZEND_METHOD(WsChat_Psr7_Response, getReasonPhrase)
{
	RETURN_STR(wschat_psr7_response_reason(wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(WsChat_Psr7_Response, withStatus)
{
	zval *first, *second = NULL;
	zend_string *reason = NULL;
	zend_object *copy;
	zend_long status;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|z", &first, &second) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_long(first, 1, &status) ||
	    (second && Z_TYPE_P(second) != IS_NULL && !wschat_psr7_string(second, 2, &reason))) {
		RETURN_THROWS();
	}
	copy = wschat_psr7_clone(Z_OBJ_P(ZEND_THIS));
	if (!copy) {
		RETURN_THROWS();
	}
	if (!set_status(wschat_psr7_message_from(copy), status, reason)) {
		OBJ_RELEASE(copy);
		RETURN_THROWS();
	}
	RETURN_OBJ(copy);
}
