/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Handshake\PermessageDeflateOptions: the terms of permessage-deflate
 * as a value, and as the header Sec-WebSocket-Extensions (RFC 7692 section 7.1).
 * The state is in the declared private properties, so comparing and copying are
 * PHP's.
 *
 * Refuses offers in Ratchet's words; the engine, for its own connections, reads
 * the header itself (extension.c).
 */
#include "negotiation.h"

#include "../engine/codec.h"
#include "gate.h"
#include "messaging.h"
#include "psr7.h"

#include "ext/standard/php_versioning.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#define BITS_MIN 8
#define BITS_MAX 15

/* The declared properties, in the order of the stub. */
enum slot {
	SLOT_ENABLED,
	SLOT_SERVER_TAKEOVER, /* these two say "no" */
	SLOT_CLIENT_TAKEOVER,
	SLOT_SERVER_BITS,
	SLOT_CLIENT_BITS
};

static const struct {
	const char *name;
	enum slot slot;
	bool bits;
} parameters[] = {
	{"server_no_context_takeover", SLOT_SERVER_TAKEOVER, false},
	{"client_no_context_takeover", SLOT_CLIENT_TAKEOVER, false},
	{"server_max_window_bits", SLOT_SERVER_BITS, true},
	{"client_max_window_bits", SLOT_CLIENT_BITS, true},
};

/* ---- the value ---------------------------------------------------------------------- */

static zval *slot_of(zend_object *options, enum slot slot)
{
	zval *value = OBJ_PROP_NUM(options, slot);

	ZVAL_DEREF(value);
	return value;
}

static zend_object *make(void)
{
	zval options;

	object_init_ex(&options, wschat_ce_deflate_options);
	return Z_OBJ(options);
}

static zend_object *make_enabled(void)
{
	zend_object *options = make();

	ZVAL_TRUE(slot_of(options, SLOT_ENABLED));
	ZVAL_FALSE(slot_of(options, SLOT_SERVER_TAKEOVER));
	ZVAL_FALSE(slot_of(options, SLOT_CLIENT_TAKEOVER));
	ZVAL_LONG(slot_of(options, SLOT_SERVER_BITS), BITS_MAX);
	ZVAL_LONG(slot_of(options, SLOT_CLIENT_BITS), BITS_MAX);
	return options;
}

/* Reflection can put anything into a private property. */
static uint8_t bits_of(zend_object *options, enum slot slot)
{
	zval *value = slot_of(options, slot);
	zend_long bits = Z_TYPE_P(value) == IS_LONG ? Z_LVAL_P(value) : BITS_MAX;

	return (uint8_t) MIN(MAX(bits, BITS_MIN), BITS_MAX);
}

static bool is_set(zend_object *options, enum slot slot)
{
	return Z_TYPE_P(slot_of(options, slot)) == IS_TRUE;
}

void wschat_deflate_options_read(zend_object *options, struct wschat_deflate_options *read)
{
	read->enabled = is_set(options, SLOT_ENABLED);
	read->server_takeover = !is_set(options, SLOT_SERVER_TAKEOVER);
	read->client_takeover = !is_set(options, SLOT_CLIENT_TAKEOVER);
	read->server_bits = bits_of(options, SLOT_SERVER_BITS);
	read->client_bits = bits_of(options, SLOT_CLIENT_BITS);
}

zend_object *wschat_deflate_options_disabled(void)
{
	return make();
}

/* ---- from a header -------------------------------------------------------------------- */

static bool refuse(const char *format, const char *name)
{
	zend_throw_exception_ex(wschat_ce_deflate_exception, 0, format, name);
	return false;
}

/* RFC 7692 7.1.2.1: without leading zeroes; 0: it is something else. The token may
 * stand in quotes. */
static uint8_t read_bits(struct wsc_slice text)
{
	if (text.length >= 2 && text.bytes[0] == '"' && text.bytes[text.length - 1] == '"') {
		text.bytes++;
		text.length -= 2;
	}
	if (text.length == 1 && (text.bytes[0] == '8' || text.bytes[0] == '9')) {
		return (uint8_t) (text.bytes[0] - '0');
	}
	return text.length == 2 && text.bytes[0] == '1' && text.bytes[1] >= '0' && text.bytes[1] <= '5'
	           ? (uint8_t) (10 + text.bytes[1] - '0')
	           : 0;
}

/* One of the four, with or without a value. false: an exception is pending. */
static bool read_parameter(zend_object *options, size_t index, const struct wsc_slice *value)
{
	const char *name = parameters[index].name;
	zval *slot = slot_of(options, parameters[index].slot);
	uint8_t bits = BITS_MAX;

	if (!parameters[index].bits) {
		if (value) {
			return refuse("%s must not have a value.", name);
		}
	} else if (value || parameters[index].slot == SLOT_SERVER_BITS) {
		bits = value ? read_bits(*value) : 0;
		if (bits == 0) {
			return refuse(parameters[index].slot == SLOT_SERVER_BITS
			                  ? "%s must have a value between 8 and 15."
			                  : "%s must have no value or a value between 8 and 15.",
			              name);
		}
	}
	if (Z_TYPE_P(slot) != IS_NULL) {
		return refuse("%s specified more than once. Connection must be declined.", name);
	}
	if (parameters[index].bits) {
		ZVAL_LONG(slot, bits);
	} else {
		ZVAL_TRUE(slot);
	}
	return true;
}

/* "name" or "name=value", without any white space. */
static bool read_part(zend_object *options, struct wsc_slice part)
{
	const char *equals = part.length > 0 ? memchr(part.bytes, '=', part.length) : NULL;
	size_t length = equals ? (size_t) (equals - part.bytes) : part.length;
	struct wsc_slice value = {equals ? equals + 1 : NULL, equals ? part.length - length - 1 : 0};
	zend_string *name;
	size_t i;

	for (i = 0; i < sizeof parameters / sizeof parameters[0]; i++) {
		if (strlen(parameters[i].name) == length && memcmp(parameters[i].name, part.bytes, length) == 0) {
			return read_parameter(options, i, equals ? &value : NULL);
		}
	}
	name = zend_string_init(part.bytes, length, false);
	refuse("Option \"%s\"is not valid for permessage deflate", ZSTR_VAL(name));
	zend_string_release(name);
	return false;
}

/* The bytes up to `sign`, and moves behind it. false: nothing is left. */
static bool cut(struct wsc_slice *text, char sign, struct wsc_slice *part)
{
	const char *found;

	if (!text->bytes) {
		return false;
	}
	found = text->length > 0 ? memchr(text->bytes, sign, text->length) : NULL;
	*part = (struct wsc_slice){text->bytes, found ? (size_t) (found - text->bytes) : text->length};
	text->length = found ? text->length - part->length - 1 : 0;
	text->bytes = found ? found + 1 : NULL;
	return true;
}

/* One element of the header. NULL and no exception: it is another extension. */
static zend_object *read_offer(struct wsc_slice offer)
{
	static const char deflate[] = "permessage-deflate";
	struct wsc_slice part;
	zend_object *options;

	cut(&offer, ';', &part);
	if (part.length != sizeof deflate - 1 || memcmp(part.bytes, deflate, sizeof deflate - 1) != 0) {
		return NULL;
	}
	options = make();
	ZVAL_TRUE(slot_of(options, SLOT_ENABLED));
	while (cut(&offer, ';', &part)) {
		if (!read_part(options, part)) {
			OBJ_RELEASE(options);
			return NULL;
		}
	}
	if (Z_TYPE_P(slot_of(options, SLOT_CLIENT_BITS)) == IS_NULL) {
		ZVAL_LONG(slot_of(options, SLOT_CLIENT_BITS), BITS_MAX);
	}
	if (Z_TYPE_P(slot_of(options, SLOT_SERVER_BITS)) == IS_NULL) {
		ZVAL_LONG(slot_of(options, SLOT_SERVER_BITS), BITS_MAX);
	}
	return options;
}

/* The whole header without white space, a new reference; NULL: an exception is pending. */
static zend_string *header_of(zend_object *message)
{
	zend_string *line = wschat_message_header_line(message, ZEND_STRL("Sec-WebSocket-Extensions"));
	smart_str text = {0};
	size_t i;

	if (!line) {
		return NULL;
	}
	for (i = 0; i < ZSTR_LEN(line); i++) {
		if (!strchr(" \t\n\r\f\v", ZSTR_VAL(line)[i]) || ZSTR_VAL(line)[i] == '\0') {
			smart_str_appendc(&text, ZSTR_VAL(line)[i]);
		}
	}
	zend_string_release(line);
	smart_str_0(&text);
	return text.s ? text.s : ZSTR_EMPTY_ALLOC();
}

/* All offers into `list`, an array. false: an exception is pending. */
static bool read_offers(zend_object *message, zval *list)
{
	zend_string *header = header_of(message);
	struct wsc_slice text, offer;
	zend_object *options;

	if (!header) {
		return false;
	}
	text = (struct wsc_slice){ZSTR_VAL(header), ZSTR_LEN(header)};
	while (!EG(exception) && cut(&text, ',', &offer)) {
		options = read_offer(offer);
		if (options) {
			add_next_index_object(list, options);
		}
	}
	zend_string_release(header);
	if (EG(exception)) {
		return false;
	}
	add_next_index_object(list, make());
	return true;
}

zend_object *wschat_deflate_options_first(zend_object *message)
{
	zend_object *first = NULL;
	zval list;

	array_init(&list);
	if (read_offers(message, &list)) {
		first = Z_OBJ_P(zend_hash_index_find(Z_ARRVAL(list), 0));
		GC_ADDREF(first);
	}
	zval_ptr_dtor(&list);
	return first;
}

/* ---- to a header ------------------------------------------------------------------------ */

static void append_bits(smart_str *header, const struct wschat_deflate_options *options, bool client, bool request)
{
	uint8_t bits = client ? options->client_bits : options->server_bits;

	if (bits == BITS_MAX && !(client && request)) {
		return;
	}
	smart_str_appends(header, client ? "; client_max_window_bits" : "; server_max_window_bits");
	if (bits != BITS_MAX) {
		smart_str_appendc(header, '=');
		smart_str_append_unsigned(header, bits);
	}
}

static void append_takeover(smart_str *header, bool takeover, const char *parameter)
{
	if (!takeover) {
		smart_str_appends(header, parameter);
	}
}

/* In Ratchet's order, which is not the same for both. */
static zend_string *write_header(const struct wschat_deflate_options *options, bool request)
{
	smart_str header = {0};

	smart_str_appends(&header, "permessage-deflate");
	if (request) {
		append_takeover(&header, options->server_takeover, "; server_no_context_takeover");
		append_takeover(&header, options->client_takeover, "; client_no_context_takeover");
		append_bits(&header, options, false, request);
		append_bits(&header, options, true, request);
	} else {
		append_bits(&header, options, true, request);
		append_takeover(&header, options->client_takeover, "; client_no_context_takeover");
		append_bits(&header, options, false, request);
		append_takeover(&header, options->server_takeover, "; server_no_context_takeover");
	}
	smart_str_0(&header);
	return header.s;
}

zend_object *wschat_deflate_options_add(zend_object *options, zend_object *message, bool request)
{
	struct wschat_deflate_options read;
	zval arguments[2], result;
	bool called;

	wschat_deflate_options_read(options, &read);
	if (!read.enabled) {
		GC_ADDREF(message);
		return message;
	}
	ZVAL_STRING(&arguments[0], "Sec-Websocket-Extensions");
	ZVAL_STR(&arguments[1], write_header(&read, request));
	called = wschat_gate_call_method(message, ZEND_STRL("withaddedheader"), 2, arguments, &result);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	if (called && Z_TYPE(result) == IS_OBJECT) {
		return Z_OBJ(result);
	}
	zval_ptr_dtor(&result);
	if (called) {
		zend_type_error("%s::withAddedHeader() must return a message", ZSTR_VAL(message->ce->name));
	}
	return NULL;
}

/* ---- methods ----------------------------------------------------------------------------- */

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, __construct)
{
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, createEnabled)
{
	RETURN_OBJ(make_enabled());
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, createDisabled)
{
	RETURN_OBJ(make());
}

/* Makes return_value a copy and returns the slot of it that is to be filled. */
static zval *copy(zval *return_value, zval *options, enum slot slot)
{
	zval *place;

	ZVAL_OBJ(return_value, zend_objects_clone_obj(Z_OBJ_P(options)));
	place = slot_of(Z_OBJ_P(return_value), slot);
	zval_ptr_dtor(place);
	return place;
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, withClientNoContextTakeover)
{
	ZVAL_TRUE(copy(return_value, ZEND_THIS, SLOT_CLIENT_TAKEOVER));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, withoutClientNoContextTakeover)
{
	ZVAL_FALSE(copy(return_value, ZEND_THIS, SLOT_CLIENT_TAKEOVER));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, withServerNoContextTakeover)
{
	ZVAL_TRUE(copy(return_value, ZEND_THIS, SLOT_SERVER_TAKEOVER));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, withoutServerNoContextTakeover)
{
	ZVAL_FALSE(copy(return_value, ZEND_THIS, SLOT_SERVER_TAKEOVER));
}

static void return_bits(INTERNAL_FUNCTION_PARAMETERS, enum slot slot, const char *name)
{
	zend_long bits = BITS_MAX;
	zval *given = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &given) == FAILURE ||
	    (given && !wschat_messaging_long(given, &bits))) {
		RETURN_THROWS();
	}
	if (bits < BITS_MIN || bits > BITS_MAX) {
		zend_throw_exception_ex(NULL, 0, "%s must have a value between 8 and 15.", name);
		RETURN_THROWS();
	}
	ZVAL_LONG(copy(return_value, ZEND_THIS, slot), bits);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, withServerMaxWindowBits)
{
	return_bits(INTERNAL_FUNCTION_PARAM_PASSTHRU, SLOT_SERVER_BITS, "server_max_window_bits");
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, withClientMaxWindowBits)
{
	return_bits(INTERNAL_FUNCTION_PARAM_PASSTHRU, SLOT_CLIENT_BITS, "client_max_window_bits");
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, fromRequestOrResponse)
{
	zval *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &message, wschat_ce_psr_message) == FAILURE) {
		RETURN_THROWS();
	}
	array_init(return_value);
	read_offers(Z_OBJ_P(message), return_value);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, getServerNoContextTakeover)
{
	RETURN_COPY(slot_of(Z_OBJ_P(ZEND_THIS), SLOT_SERVER_TAKEOVER));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, getClientNoContextTakeover)
{
	RETURN_COPY(slot_of(Z_OBJ_P(ZEND_THIS), SLOT_CLIENT_TAKEOVER));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, getServerMaxWindowBits)
{
	RETURN_COPY(slot_of(Z_OBJ_P(ZEND_THIS), SLOT_SERVER_BITS));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, getClientMaxWindowBits)
{
	RETURN_COPY(slot_of(Z_OBJ_P(ZEND_THIS), SLOT_CLIENT_BITS));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, isEnabled)
{
	RETURN_COPY(slot_of(Z_OBJ_P(ZEND_THIS), SLOT_ENABLED));
}

static void return_message(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce, bool request)
{
	zend_object *result;
	zval *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &message, ce) == FAILURE) {
		RETURN_THROWS();
	}
	result = wschat_deflate_options_add(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(message), request);
	if (result) {
		RETVAL_OBJ(result);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, addHeaderToResponse)
{
	return_message(INTERNAL_FUNCTION_PARAM_PASSTHRU, wschat_ce_psr_response, false);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, addHeaderToRequest)
{
	return_message(INTERNAL_FUNCTION_PARAM_PASSTHRU, wschat_ce_psr_request, true);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_PermessageDeflateOptions, permessageDeflateSupported)
{
	zend_string *version = NULL;
	const char *text = PHP_VERSION;
	zval *value = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &value) == FAILURE ||
	    (value && !wschat_messaging_string(value, 1, "string", &version))) {
		RETURN_THROWS();
	}
	if (version) {
		text = ZSTR_VAL(version);
	}
	RETURN_BOOL(wsc_compression_available() &&
	            (php_version_compare(text, "7.1.3") > 0 ||
	             (php_version_compare(text, "7.0.18") >= 0 && php_version_compare(text, "7.1.0") < 0)));
}
