/* SPDX-License-Identifier: MIT
 *
 * What React's sockets do with PHP's streams, and what they say when it fails, in
 * React's words. It decides nothing. Called by the other react_socket files.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "emitter.h"
#include "gate.h"
#include "loop.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* ---- complaints --------------------------------------------------------------------- */

#define FATAL_ERRORS (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR | E_PARSE)

void wschat_quiet_begin(struct wschat_quiet *quiet)
{
	ZVAL_COPY_VALUE(&quiet->handler, &EG(user_error_handler));
	ZVAL_UNDEF(&EG(user_error_handler));
	quiet->reporting = EG(error_reporting);
	EG(error_reporting) &= FATAL_ERRORS;
	quiet->type = PG(last_error_type);
	quiet->line = PG(last_error_lineno);
	quiet->message = PG(last_error_message);
	quiet->file = PG(last_error_file);
	PG(last_error_message) = NULL;
	PG(last_error_file) = NULL;
}

zend_string *wschat_quiet_end(struct wschat_quiet *quiet)
{
	zend_string *message = PG(last_error_message);
	zend_string *text = NULL;
	const char *start;

	ZVAL_COPY_VALUE(&EG(user_error_handler), &quiet->handler);
	EG(error_reporting) = quiet->reporting;
	if (message) {
		start = strstr(ZSTR_VAL(message), "): ");
		start = start ? start + strlen("): ") : ZSTR_VAL(message);
		text = zend_string_init(start, strlen(start), false);
		zend_string_release(message);
	}
	if (PG(last_error_file)) {
		zend_string_release(PG(last_error_file));
	}
	PG(last_error_type) = quiet->type;
	PG(last_error_lineno) = quiet->line;
	PG(last_error_message) = quiet->message;
	PG(last_error_file) = quiet->file;
	return text;
}

void wschat_react_exception(zval *result, zend_class_entry *ce, zend_string *message, zend_long code)
{
	zval value;

	object_init_ex(result, ce);
	ZVAL_STR(&value, message);
	zend_update_property(zend_ce_exception, Z_OBJ_P(result), ZEND_STRL("message"), &value);
	zval_ptr_dtor(&value);
	ZVAL_LONG(&value, code);
	zend_update_property(zend_ce_exception, Z_OBJ_P(result), ZEND_STRL("code"), &value);
}

bool wschat_react_emit_error(zend_object *emitter, zend_class_entry *ce, zend_string *message, zend_long code)
{
	zval error;
	bool good;

	wschat_react_exception(&error, ce, message, code);
	good = wschat_emitter_emit(emitter, "error", 1, &error);
	zval_ptr_dtor(&error);
	return good;
}

zend_string *wschat_react_error_text(const char *text, zend_long number)
{
	const char *name = wschat_react_errconst(number);

	return name ? strpprintf(0, "%s (%s)", text, name) : zend_string_init(text, strlen(text), false);
}

/* ---- streams ------------------------------------------------------------------------- */

php_stream *wschat_react_stream(zend_resource *resource)
{
	return resource ? zend_fetch_resource2(resource, NULL, php_file_le_stream(), php_file_le_pstream()) : NULL;
}

void wschat_react_fclose(zend_resource *resource)
{
	php_stream *stream = wschat_react_stream(resource);
	struct wschat_quiet quiet;
	zend_string *complaint;

	if (!stream || (stream->flags & PHP_STREAM_FLAG_NO_FCLOSE)) {
		return;
	}
	wschat_quiet_begin(&quiet);
	php_stream_free(stream, PHP_STREAM_FREE_KEEP_RSRC |
	                            (stream->is_persistent ? PHP_STREAM_FREE_CLOSE_PERSISTENT : PHP_STREAM_FREE_CLOSE));
	complaint = wschat_quiet_end(&quiet);
	if (complaint) {
		zend_string_release(complaint);
	}
}

/* An IPv6 address without brackets gets them. */
static zend_string *join(const char *scheme, zend_string *name)
{
	const char *colon = strrchr(ZSTR_VAL(name), ':');

	if (strcmp(scheme, "unix") != 0 && colon && strchr(ZSTR_VAL(name), ':') < colon && ZSTR_VAL(name)[0] != '[') {
		return strpprintf(0, "%s://[%.*s]%s", scheme, (int) (colon - ZSTR_VAL(name)), ZSTR_VAL(name), colon);
	}
	return strpprintf(0, "%s://%s", scheme, ZSTR_VAL(name));
}

zend_string *wschat_react_address(php_stream *stream, bool remote, const char *scheme)
{
	zend_string *name = NULL, *address = NULL;

	if (php_stream_xport_get_name(stream, remote, &name, NULL, NULL) == 0 && name) {
		if (ZSTR_LEN(name) && ZSTR_VAL(name)[0]) {
			address = join(scheme, name);
		}
		zend_string_release(name);
	}
	return address;
}

bool wschat_react_accept(php_stream *master, zval *stream, zval *error)
{
	struct timeval now = {0, 0};
	php_stream *client = NULL;
	zend_string *text = NULL, *complaint;
	struct wschat_quiet quiet;
	int number, result;

	wschat_quiet_begin(&quiet);
	result = php_stream_xport_accept(master, &client, NULL, NULL, NULL, &now, &text);
	complaint = wschat_quiet_end(&quiet);
	if (complaint) {
		zend_string_release(complaint);
	}
	if (result == 0 && client) {
		if (text) {
			zend_string_release(text);
		}
		php_stream_to_zval(client, stream);
		return true;
	}
	if (!text) {
		text = zend_string_init(ZEND_STRL("Unknown error"), false);
	}
	number = wschat_react_errno(ZSTR_VAL(text));
	complaint = wschat_react_error_text(ZSTR_VAL(text), number);
	wschat_react_exception(error, spl_ce_RuntimeException,
	                       strpprintf(0, "Unable to accept new connection: %s", ZSTR_VAL(complaint)), number);
	zend_string_release(complaint);
	zend_string_release(text);
	return false;
}

/* ---- the loop -------------------------------------------------------------------------- */

/* An installed React\EventLoop\Loop knows the default loop; else there is only one. */
zend_object *wschat_react_loop(zend_object *given)
{
	zend_string *name;
	zend_class_entry *ce;
	zend_function *get;
	zval loop;

	if (given) {
		GC_ADDREF(given);
		return given;
	}
	name = zend_string_init(ZEND_STRL("React\\EventLoop\\Loop"), false);
	ce = zend_lookup_class(name);
	zend_string_release(name);
	get = ce ? zend_hash_str_find_ptr(&ce->function_table, ZEND_STRL("get")) : NULL;
	if (EG(exception)) {
		return NULL;
	}
	if (!get || !(get->common.fn_flags & ZEND_ACC_STATIC)) {
		return wschat_loop_object();
	}
	if (!wschat_gate_call_function(get, NULL, 0, NULL, &loop)) {
		zval_ptr_dtor(&loop);
		return NULL;
	}
	if (Z_TYPE(loop) != IS_OBJECT) {
		zval_ptr_dtor(&loop);
		return wschat_loop_object();
	}
	return Z_OBJ(loop);
}

bool wschat_react_watch(zend_object *loop, const char *method, zend_resource *stream, zval *callback)
{
	zval arguments[2];
	bool good;

	GC_ADDREF(stream);
	ZVAL_RES(&arguments[0], stream);
	if (callback) {
		ZVAL_COPY_VALUE(&arguments[1], callback);
	}
	good = wschat_gate_call_method(loop, method, strlen(method), callback ? 2 : 1, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	return good;
}
