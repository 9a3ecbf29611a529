/* SPDX-License-Identifier: MIT
 *
 * What goes out through Ratchet\RFC6455\Messaging\MessageBuffer: sendFrame() and
 * sendMessage() give bytes to the script's sender, masked for a server.
 */
#include "message_buffer.h"

#include "zend_exceptions.h"

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, sendFrame)
{
	zval *frame;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &frame, wschat_ce_frame_interface) == FAILURE ||
	    !wschat_message_buffer_demand(Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	zend_throw_exception(zend_ce_exception, "To send frames using the MessageBuffer, sender must be set.", 0);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, sendMessage)
{
	zend_throw_exception(zend_ce_exception, "To send frames using the MessageBuffer, sender must be set.", 0);
}
