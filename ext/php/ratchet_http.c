/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\Http: HttpServer and its parser, on any connection. Behind an
 * IoServer the engine does their work and chain.c only looks at what they hold.
 */
#include "php_wschat.h"

#include "apart.h"
#include "classes.h"
#include "engine/codec.h"
#include "gate.h"
#include "layers.h"
#include "psr7.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "ratchet_http_arginfo.h"

/* Of HttpServer: the slots of its two declared properties. */
#define REQ_PARSER 0
#define HTTP_SERVER 1

#define HEADERS_MAX 100
#define MAX_SIZE_DEFAULT 16384

zend_class_entry *wschat_ce_http_server_interface;
zend_class_entry *wschat_ce_http_server;
static zend_class_entry *parser_ce;

/* ---- what a connection remembers: properties, as in Ratchet ------------------------ */

static void set_property(zend_object *conn, const char *name, zval *value)
{
	zend_string *key = zend_string_init(name, strlen(name), false);

	conn->handlers->write_property(conn, key, value, NULL);
	zend_string_release(key);
}

static void set_received(zend_object *conn, bool received)
{
	zval value;

	ZVAL_BOOL(&value, received);
	set_property(conn, "httpHeadersReceived", &value);
}

static void unset_buffer(zend_object *conn)
{
	zend_string *key = zend_string_init(ZEND_STRL("httpBuffer"), false);

	conn->handlers->unset_property(conn, key, NULL);
	zend_string_release(key);
}

/* What was set, or null where nothing was; a new reference. */
static void read_property(zend_object *conn, const char *name, zval *value)
{
	zval rv, *found;

	ZVAL_UNDEF(&rv);
	found = zend_read_property(conn->ce, conn, name, strlen(name), true, &rv);
	ZVAL_COPY_DEREF(value, found);
	zval_ptr_dtor(&rv);
}

static bool has_received(zend_object *conn)
{
	zval value;
	bool received;

	read_property(conn, "httpHeadersReceived", &value);
	received = Z_TYPE(value) == IS_TRUE;
	zval_ptr_dtor(&value);
	return received;
}

/* ---- HttpRequestParser ------------------------------------------------------------- */

static bool overrides(const zend_object *parser, const char *lcname)
{
	const zend_function *function = zend_hash_str_find_ptr(&parser->ce->function_table, lcname, strlen(lcname));

	return function->common.scope != parser_ce;
}

static zend_long max_size_of(zend_object *parser)
{
	zval rv, *value;
	zend_long size;

	ZVAL_UNDEF(&rv);
	value = zend_read_property(parser_ce, parser, ZEND_STRL("maxSize"), true, &rv);
	ZVAL_DEREF(value);
	size = Z_TYPE_P(value) == IS_OBJECT ? 0 : zval_get_long(value);
	zval_ptr_dtor(&rv);
	return size;
}

/* Where the head ends, its empty line included; 0: not yet. */
static size_t head_length(const char *bytes, size_t length)
{
	const char *end = zend_memnstr(bytes, ZEND_STRL("\r\n\r\n"), bytes + length);

	return end && end > bytes ? (size_t) (end - bytes) + 4 : 0;
}

static zend_object *parse(zend_string *bytes)
{
	size_t length = head_length(ZSTR_VAL(bytes), ZSTR_LEN(bytes));
	zend_string *head, *body;
	zend_object *request;

	if (length == 0) {
		length = ZSTR_LEN(bytes);
	}
	head = zend_string_init(ZSTR_VAL(bytes), length, false);
	body = zend_string_init(ZSTR_VAL(bytes) + length, ZSTR_LEN(bytes) - length, false);
	request = wschat_request_parse(head, body);
	zend_string_release(head);
	zend_string_release(body);
	return request;
}

ZEND_METHOD(Ratchet_Http_HttpRequestParser, parse)
{
	zend_object *request;
	zend_string *bytes;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &bytes) == FAILURE) {
		RETURN_THROWS();
	}
	request = parse(bytes);
	if (!request) {
		RETURN_THROWS();
	}
	RETURN_OBJ(request);
}

ZEND_METHOD(Ratchet_Http_HttpRequestParser, isEom)
{
	zend_string *bytes;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &bytes) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_BOOL(head_length(ZSTR_VAL(bytes), ZSTR_LEN(bytes)) > 0);
}

/* All that has come of the head and what lies behind it; a new reference. */
static zend_string *gather(zend_object *conn, zend_string *data)
{
	zend_string *bytes;
	zval buffer;

	read_property(conn, "httpBuffer", &buffer);
	if (Z_TYPE(buffer) == IS_STRING && Z_STRLEN(buffer) > 0) {
		bytes = zend_string_concat2(Z_STRVAL(buffer), Z_STRLEN(buffer), ZSTR_VAL(data), ZSTR_LEN(data));
	} else {
		bytes = zend_string_copy(data);
	}
	zval_ptr_dtor(&buffer);
	return bytes;
}

static void keep(zend_object *conn, zend_string *bytes)
{
	zval value;

	ZVAL_STR(&value, bytes);
	set_property(conn, "httpBuffer", &value);
}

static bool is_eom(zend_object *parser, zend_string *bytes, size_t length)
{
	zval argument, result;
	bool is;

	if (!overrides(parser, "iseom")) {
		return length > 0;
	}
	ZVAL_STR(&argument, bytes);
	wschat_gate_call_method(parser, ZEND_STRL("iseom"), 1, &argument, &result);
	is = zend_is_true(&result);
	zval_ptr_dtor(&result);
	return is && !EG(exception);
}

ZEND_METHOD(Ratchet_Http_HttpRequestParser, onMessage)
{
	zend_object *parser = Z_OBJ_P(ZEND_THIS);
	zend_string *data, *bytes;
	zend_long max_size;
	zval *context, argument;
	size_t length;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OS", &context, wschat_ce_connection_interface, &data) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	bytes = gather(Z_OBJ_P(context), data);
	max_size = max_size_of(parser);
	length = head_length(ZSTR_VAL(bytes), ZSTR_LEN(bytes));
	if ((zend_long) (length > 0 ? length : ZSTR_LEN(bytes)) > max_size) {
		zend_throw_exception_ex(spl_ce_OverflowException, 0,
		                        "Maximum buffer size of " ZEND_LONG_FMT " exceeded parsing HTTP header", max_size);
	} else if (!is_eom(parser, bytes, length)) {
		keep(Z_OBJ_P(context), bytes);
	} else {
		ZVAL_STR(&argument, bytes);
		wschat_gate_call_method(parser, ZEND_STRL("parse"), 1, &argument, return_value);
		if (!EG(exception)) {
			unset_buffer(Z_OBJ_P(context));
		}
	}
	zend_string_release(bytes);
}

/* ---- HttpServer -------------------------------------------------------------------- */

static zend_object *slot(zend_object *http_server, int number)
{
	/* The slot itself: it is borrowed, and what a __get() makes up has no owner. */
	zval *value = OBJ_PROP_NUM(http_server, number);

	ZVAL_DEREF(value);
	return Z_TYPE_P(value) == IS_OBJECT ? Z_OBJ_P(value) : NULL;
}

zend_object *wschat_http_server_component(zend_object *http_server)
{
	return slot(http_server, HTTP_SERVER);
}

bool wschat_http_server_parser_is_native(zend_object *http_server)
{
	zend_object *parser = slot(http_server, REQ_PARSER);

	return !parser || (instanceof_function(parser->ce, parser_ce) && !overrides(parser, "onmessage") &&
	                   !overrides(parser, "iseom") && !overrides(parser, "parse"));
}

zend_long wschat_http_server_max_size(zend_object *http_server)
{
	zend_object *parser = slot(http_server, REQ_PARSER);
	zend_long size = parser ? max_size_of(parser) : MAX_SIZE_DEFAULT;

	return size == MAX_SIZE_DEFAULT ? 0 : MAX(size, 1);
}

ZEND_METHOD(Ratchet_Http_HttpServer, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *component, parser;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &component) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(component) != IS_OBJECT ||
	    !instanceof_function(Z_OBJCE_P(component), wschat_ce_http_server_interface)) {
		zend_argument_type_error(1, "must be of type %s, %s given; wrap an application as new WsServer($app)",
		                         ZSTR_VAL(wschat_ce_http_server_interface->name), zend_zval_type_name(component));
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_http_server, object, ZEND_STRL("_httpServer"), component);
	object_init_ex(&parser, parser_ce);
	zend_update_property(wschat_ce_http_server, object, ZEND_STRL("_reqParser"), &parser);
	zval_ptr_dtor(&parser);
}

/* The bytes that Ratchet's close() of that trait sends. */
static void refuse(zend_object *conn, int status)
{
	char answer[256];
	zval bytes;

	ZVAL_STRINGL(&bytes, answer, wsc_http_refuse(answer, sizeof answer, status));
	if (wschat_gate_call_method(conn, ZEND_STRL("send"), 1, &bytes, NULL)) {
		wschat_gate_call_method(conn, ZEND_STRL("close"), 0, NULL, NULL);
	}
	zval_ptr_dtor(&bytes);
}

/* With a reference for the caller; NULL with an exception. */
static zend_object *component_of(zend_object *http_server)
{
	zend_object *component = wschat_http_server_component(http_server);

	if (!component) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no component: its constructor must call parent::__construct($component)",
		                        ZSTR_VAL(http_server->ce->name));
		return NULL;
	}
	GC_ADDREF(component);
	return component;
}

/* Hands an event on. */
static void forward(zend_object *http_server, const char *lcname, uint32_t argc, zval *argv)
{
	zend_object *component = component_of(http_server);

	if (component) {
		wschat_gate_call_method(component, lcname, strlen(lcname), argc, argv, NULL);
		OBJ_RELEASE(component);
	}
}

/* Judges by RFC 9112. NULL without an exception: more is to come, or it has been
 * answered. */
static zend_object *read_head(zend_object *http_server, zend_object *conn, zend_string *data)
{
	zend_object *parser = slot(http_server, REQ_PARSER);
	zend_long max_size = parser ? max_size_of(parser) : MAX_SIZE_DEFAULT;
	struct wsc_header headers[HEADERS_MAX];
	struct wsc_request request = {.headers = headers, .header_limit = HEADERS_MAX};
	zend_string *bytes = gather(conn, data);
	long consumed = wsc_http_parse(ZSTR_VAL(bytes), ZSTR_LEN(bytes), 0, (size_t) MAX(max_size, 1), &request);
	zend_object *result = NULL;

	if (consumed == WSC_HTTP_MORE) {
		keep(conn, bytes);
	} else {
		unset_buffer(conn);
		if (consumed < 0) {
			refuse(conn, (int) -consumed);
		} else {
			result = parse(bytes);
		}
	}
	zend_string_release(bytes);
	return result;
}

/* … by a parser of the script. */
static zend_object *ask_parser(zend_object *parser, zval *conn, zval *data)
{
	zval arguments[2], result;

	ZVAL_COPY_VALUE(&arguments[0], conn);
	ZVAL_COPY_VALUE(&arguments[1], data);
	wschat_gate_call_method(parser, ZEND_STRL("onmessage"), 2, arguments, &result);
	if (EG(exception) && instanceof_function(EG(exception)->ce, spl_ce_OverflowException)) {
		zend_clear_exception();
		refuse(Z_OBJ_P(conn), 413);
	}
	if (Z_TYPE(result) == IS_OBJECT) {
		return Z_OBJ(result);
	}
	zval_ptr_dtor(&result);
	return NULL;
}

ZEND_METHOD(Ratchet_Http_HttpServer, onOpen)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_apart_mark(Z_OBJ_P(conn));
	set_received(Z_OBJ_P(conn), false);
}

ZEND_METHOD(Ratchet_Http_HttpServer, onMessage)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *request;
	zval *conn, *data, arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &conn, wschat_ce_connection_interface, &data) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], conn);
	if (has_received(Z_OBJ_P(conn))) {
		ZVAL_COPY_VALUE(&arguments[1], data);
		forward(object, "onmessage", 2, arguments);
		return;
	}
	if (wschat_http_server_parser_is_native(object)) {
		zend_string *bytes = zval_try_get_string(data);

		request = bytes ? read_head(object, Z_OBJ_P(conn), bytes) : NULL;
		if (bytes) {
			zend_string_release(bytes);
		}
	} else {
		request = ask_parser(slot(object, REQ_PARSER), conn, data);
	}
	if (request && !EG(exception)) {
		set_received(Z_OBJ_P(conn), true);
		ZVAL_OBJ(&arguments[1], request);
		forward(object, "onopen", 2, arguments);
	}
	if (request) {
		OBJ_RELEASE(request);
	}
}

ZEND_METHOD(Ratchet_Http_HttpServer, onClose)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (has_received(Z_OBJ_P(conn))) {
		forward(Z_OBJ_P(ZEND_THIS), "onclose", 1, conn);
	}
}

ZEND_METHOD(Ratchet_Http_HttpServer, onError)
{
	zval *conn, *exception, arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	if (!has_received(Z_OBJ_P(conn))) {
		refuse(Z_OBJ_P(conn), 500);
		return;
	}
	ZVAL_COPY_VALUE(&arguments[0], conn);
	ZVAL_COPY_VALUE(&arguments[1], exception);
	forward(Z_OBJ_P(ZEND_THIS), "onerror", 2, arguments);
}

void wschat_ratchet_http_register(void)
{
	wschat_ce_http_server_interface =
		register_class_Ratchet_Http_HttpServerInterface(wschat_ce_message_component_interface);
	parser_ce = register_class_Ratchet_Http_HttpRequestParser(wschat_ce_ratchet_message_interface);
	zend_declare_class_constant_stringl(parser_ce, ZEND_STRL("EOM"), ZEND_STRL("\r\n\r\n"));
	wschat_ce_http_server = register_class_Ratchet_Http_HttpServer(wschat_ce_message_component_interface);
}
