/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Messaging as a whole: registers its interfaces and classes
 * and answers, for any of its objects, what bytes go on the wire. Also the
 * argument casts that its methods share: Ratchet's parameters are untyped, so
 * a caller's strict_types must not reach them.
 *
 * Knows nothing of connections and never enters userland by itself. Called by
 * the module's start-up and by everything that sends.
 */
#include "messaging.h"

#include "compat.h"
#include "message_buffer.h"

#include "zend_interfaces.h"

#include "rfc6455_arginfo.h"

zend_class_entry *wschat_ce_data_interface;
zend_class_entry *wschat_ce_frame_interface;
zend_class_entry *wschat_ce_message_interface;
zend_class_entry *wschat_ce_frame;
zend_class_entry *wschat_ce_message;
zend_class_entry *wschat_ce_close_frame_checker;
zend_class_entry *wschat_ce_message_buffer;

void wschat_messaging_minit(void)
{
	wschat_ce_data_interface = register_class_Ratchet_RFC6455_Messaging_DataInterface();
	wschat_ce_frame_interface = register_class_Ratchet_RFC6455_Messaging_FrameInterface(wschat_ce_data_interface);
	wschat_ce_message_interface =
		register_class_Ratchet_RFC6455_Messaging_MessageInterface(wschat_ce_data_interface, zend_ce_traversable,
	                                                              zend_ce_countable);
	wschat_ce_frame = register_class_Ratchet_RFC6455_Messaging_Frame(wschat_ce_frame_interface);
	wschat_ce_message =
		register_class_Ratchet_RFC6455_Messaging_Message(zend_ce_aggregate, wschat_ce_message_interface);
	wschat_frame_minit(wschat_ce_frame);
	wschat_message_minit(wschat_ce_message);
	wschat_ce_close_frame_checker = register_class_Ratchet_RFC6455_Messaging_CloseFrameChecker();
	wschat_ce_message_buffer = register_class_Ratchet_RFC6455_Messaging_MessageBuffer();
	wschat_message_buffer_minit();
}

zend_string *wschat_messaging_contents(zend_object *data, bool *is_native)
{
	bool is_frame = instanceof_function(data->ce, wschat_ce_frame);

	*is_native = (is_frame || instanceof_function(data->ce, wschat_ce_message)) &&
	             !wschat_messaging_overrides(data, ZEND_STRL("getcontents"));
	if (!*is_native) {
		return NULL;
	}
	return is_frame ? wschat_frame_contents(data) : wschat_message_contents(data);
}

bool wschat_messaging_plain(zend_object *data, uint8_t *opcode, zend_string **payload)
{
	/* A subclass may have its own idea of its contents. */
	if (data->ce == wschat_ce_frame) {
		return wschat_frame_plain(data, opcode, payload);
	}
	return data->ce == wschat_ce_message && wschat_message_plain(data, opcode, payload);
}

/* ---- for frame.c and message.c ------------------------------------------ */

bool wschat_messaging_overrides(const zend_object *object, const char *lcname, size_t length)
{
	const zend_function *function;

	if (object->ce->type == ZEND_INTERNAL_CLASS) {
		return false;
	}
	function = zend_hash_str_find_ptr(&object->ce->function_table, lcname, length);
	return function != NULL && function->type == ZEND_USER_FUNCTION;
}

bool wschat_messaging_string(zval *value, uint32_t number, const char *type, zend_string **string)
{
	if (Z_TYPE_P(value) == IS_STRING) {
		*string = Z_STR_P(value);
		return true;
	}
	if (Z_TYPE_P(value) == IS_NULL) {
		*string = ZSTR_EMPTY_ALLOC();
		return true;
	}
	if (wschat_compat_weak_string(value, string, number)) {
		return true;
	}
	if (EG(exception) == NULL) {
		zend_argument_type_error(number, "must be of type %s, %s given", type, zend_zval_type_name(value));
	}
	return false;
}

bool wschat_messaging_long(zval *value, zend_long *number)
{
	double fraction;

	if (Z_TYPE_P(value) > IS_STRING ||
	    (Z_TYPE_P(value) == IS_STRING &&
	     !is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), number, &fraction, true))) {
		zend_type_error("Unsupported operand types: int + %s", zend_zval_type_name(value));
		return false;
	}
	*number = zval_get_long(value);
	return true;
}
