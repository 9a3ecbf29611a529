/* SPDX-License-Identifier: MIT
 *
 * What React\Stream\Util::pipe() does: listeners between two streams, each of
 * which may be anybody's. Called by Connection::pipe().
 */
#include "react_socket.h"

#include "emitter.h"
#include "gate.h"

#define CALL(object, name) wschat_gate_call_method(object, ZEND_STRL(name), 0, NULL, NULL)

static bool answers_true(zend_object *object, const char *lcname)
{
	zval result;
	bool answer = wschat_gate_call_method(object, lcname, strlen(lcname), 0, NULL, &result) && zend_is_true(&result);

	zval_ptr_dtor(&result);
	return answer && !EG(exception);
}

static void on_data(zend_object *source, zend_object *destination, uint32_t argc, zval *argv)
{
	zval result;

	if (wschat_gate_call_method(destination, ZEND_STRL("write"), argc ? 1 : 0, argv, &result) &&
	    Z_TYPE(result) == IS_FALSE) {
		CALL(source, "pause");
	}
	zval_ptr_dtor(&result);
}

static void on_destination_close(zend_object *source, zend_object *on_data_listener, uint32_t argc, zval *argv)
{
	zval listener;

	(void) argc;
	(void) argv;
	ZVAL_OBJ(&listener, on_data_listener);
	if (wschat_emitter_remove(source, "data", &listener)) {
		CALL(source, "pause");
	}
}

static void on_destination_close_end(zend_object *source, zend_object *on_end_listener, uint32_t argc, zval *argv)
{
	zval listener;

	(void) argc;
	(void) argv;
	ZVAL_OBJ(&listener, on_end_listener);
	wschat_emitter_remove(source, "end", &listener);
}

static void on_drain(zend_object *source, zend_object *other, uint32_t argc, zval *argv)
{
	(void) other;
	(void) argc;
	(void) argv;
	CALL(source, "resume");
}

static void on_source_close(zend_object *destination, zend_object *on_drain_listener, uint32_t argc, zval *argv)
{
	zval listener;

	(void) argc;
	(void) argv;
	ZVAL_OBJ(&listener, on_drain_listener);
	wschat_emitter_remove(destination, "drain", &listener);
}

static void on_end(zend_object *destination, zend_object *other, uint32_t argc, zval *argv)
{
	(void) other;
	(void) argc;
	(void) argv;
	CALL(destination, "end");
}

static bool listen_to(zend_object *emitter, const char *event, wschat_callback_fn *function, zend_object *self,
                      zend_object *other)
{
	zval callback;
	bool good;

	wschat_callback_new(&callback, function, self, other);
	good = wschat_emitter_add(emitter, event, &callback);
	zval_ptr_dtor(&callback);
	return good;
}

static bool announce(zend_object *source, zend_object *destination)
{
	zval arguments[2], argument;
	bool good;

	ZVAL_STRING(&arguments[0], "pipe");
	array_init_size(&arguments[1], 1);
	ZVAL_OBJ_COPY(&argument, source);
	zend_hash_next_index_insert(Z_ARRVAL(arguments[1]), &argument);
	good = wschat_gate_call_method(destination, ZEND_STRL("emit"), 2, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	return good;
}

/* A listener of `from`, and another one of `to` that has to know it. */
static bool pair(zend_object *from, const char *event, wschat_callback_fn *function, zend_object *self,
                 zend_object *other, zend_object *to, wschat_callback_fn *forget)
{
	zval callback;
	bool good;

	wschat_callback_new(&callback, function, self, other);
	good = wschat_emitter_add(from, event, &callback) && listen_to(to, "close", forget, from, Z_OBJ(callback));
	zval_ptr_dtor(&callback);
	return good;
}

bool wschat_react_pipe(zend_object *source, zend_object *destination, bool end)
{
	if (!answers_true(source, "isreadable")) {
		return !EG(exception);
	}
	if (!answers_true(destination, "iswritable")) {
		return !EG(exception) && CALL(source, "pause");
	}
	return announce(source, destination) &&
	       pair(source, "data", on_data, source, destination, destination, on_destination_close) &&
	       pair(destination, "drain", on_drain, source, NULL, source, on_source_close) &&
	       (!end || pair(source, "end", on_end, destination, NULL, destination, on_destination_close_end));
}
