/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 84ea8df7a4031d0feb412f43263e4eb81ade67d0 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_getPayloadLength arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_getPayload arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_getContents arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_DataInterface___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_addBuffer, 0, 0, 1)
	ZEND_ARG_INFO(0, buf)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_isFinal arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_isMasked arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_getOpcode arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_getMaskingKey arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_addFrame, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, fragment, Ratchet\\RFC6455\\Messaging\\FrameInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_getOpcode arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_isBinary arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_Frame___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, payload, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, final, "true")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, opcode, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ufExceptionFactory, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_isCoalesced arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_addBuffer arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_addBuffer

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_isFinal arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_Frame_setRsv1, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, value, "true")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getRsv1 arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getRsv2 arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getRsv3 arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_isMasked arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getMaskingKey arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_generateMaskingKey arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_Frame_maskPayload, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, maskingKey, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_unMaskPayload arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_Frame_applyMask, 0, 0, 1)
	ZEND_ARG_INFO(0, maskingKey)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, payload, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getOpcode arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getFirstPayloadVal arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getNumPayloadBits arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getNumPayloadBytes arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getPayloadLength arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getPayloadStartingByte arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getPayload arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_getContents arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame___toString arginfo_class_Ratchet_RFC6455_Messaging_DataInterface___toString

#define arginfo_class_Ratchet_RFC6455_Messaging_Frame_extractOverflow arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message___construct arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_WITH_TENTATIVE_RETURN_OBJ_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_Message_getIterator, 0, 0, Traversable, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_TENTATIVE_RETURN_TYPE_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_Message_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_isCoalesced arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_addFrame arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_addFrame

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_getOpcode arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_getPayloadLength arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_getPayload arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_getContents arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message___toString arginfo_class_Ratchet_RFC6455_Messaging_DataInterface___toString

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_isBinary arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_Message_getRsv1 arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

#define arginfo_class_Ratchet_RFC6455_Messaging_CloseFrameChecker___construct arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_CloseFrameChecker___invoke, 0, 0, 1)
	ZEND_ARG_INFO(0, val)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, frameChecker, Ratchet\\RFC6455\\Messaging\\CloseFrameChecker, 0)
	ZEND_ARG_TYPE_INFO(0, onMessage, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onControl, IS_CALLABLE, 1, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, expectMask, "true")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, exceptionFactory, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, maxMessagePayloadSize, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, maxFramePayloadSize, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sender, IS_CALLABLE, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, permessageDeflateOptions, Ratchet\\RFC6455\\Handshake\\PermessageDeflateOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_onData, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_frameCheck, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, frame, Ratchet\\RFC6455\\Messaging\\FrameInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_checkMessage, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, message, Ratchet\\RFC6455\\Messaging\\MessageInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_newMessage arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_newFrame, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, payload, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, final, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, opcode, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_newCloseFrame, 0, 0, 1)
	ZEND_ARG_INFO(0, code)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, reason, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_sendFrame, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, frame, Ratchet\\RFC6455\\Messaging\\Frame, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_sendMessage, 0, 0, 1)
	ZEND_ARG_INFO(0, messagePayload)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, final, "true")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, isBinary, "false")
ZEND_END_ARG_INFO()


ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, __construct);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, isCoalesced);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, addBuffer);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, isFinal);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, setRsv1);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getRsv1);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getRsv2);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getRsv3);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, isMasked);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getMaskingKey);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, generateMaskingKey);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, maskPayload);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, unMaskPayload);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, applyMask);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getOpcode);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getFirstPayloadVal);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getNumPayloadBits);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getNumPayloadBytes);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getPayloadLength);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getPayloadStartingByte);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getPayload);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getContents);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, __toString);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, extractOverflow);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, __construct);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getIterator);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, count);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, isCoalesced);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, addFrame);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getOpcode);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getPayloadLength);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getPayload);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getContents);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, __toString);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, isBinary);
ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getRsv1);
ZEND_METHOD(Ratchet_RFC6455_Messaging_CloseFrameChecker, __construct);
ZEND_METHOD(Ratchet_RFC6455_Messaging_CloseFrameChecker, __invoke);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, __construct);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, onData);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, frameCheck);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, checkMessage);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, newMessage);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, newFrame);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, newCloseFrame);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, sendFrame);
ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, sendMessage);


static const zend_function_entry class_Ratchet_RFC6455_Messaging_DataInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_DataInterface, isCoalesced, arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_DataInterface, getPayloadLength, arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_getPayloadLength, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_DataInterface, getPayload, arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_getPayload, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_DataInterface, getContents, arginfo_class_Ratchet_RFC6455_Messaging_DataInterface_getContents, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_DataInterface, __toString, arginfo_class_Ratchet_RFC6455_Messaging_DataInterface___toString, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_RFC6455_Messaging_FrameInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_FrameInterface, addBuffer, arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_addBuffer, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_FrameInterface, isFinal, arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_isFinal, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_FrameInterface, isMasked, arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_isMasked, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_FrameInterface, getOpcode, arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_getOpcode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_FrameInterface, getMaskingKey, arginfo_class_Ratchet_RFC6455_Messaging_FrameInterface_getMaskingKey, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_RFC6455_Messaging_MessageInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_MessageInterface, addFrame, arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_addFrame, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_MessageInterface, getOpcode, arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_getOpcode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_RFC6455_Messaging_MessageInterface, isBinary, arginfo_class_Ratchet_RFC6455_Messaging_MessageInterface_isBinary, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_RFC6455_Messaging_Frame_methods[] = {
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, __construct, arginfo_class_Ratchet_RFC6455_Messaging_Frame___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, isCoalesced, arginfo_class_Ratchet_RFC6455_Messaging_Frame_isCoalesced, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, addBuffer, arginfo_class_Ratchet_RFC6455_Messaging_Frame_addBuffer, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, isFinal, arginfo_class_Ratchet_RFC6455_Messaging_Frame_isFinal, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, setRsv1, arginfo_class_Ratchet_RFC6455_Messaging_Frame_setRsv1, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getRsv1, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getRsv1, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getRsv2, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getRsv2, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getRsv3, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getRsv3, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, isMasked, arginfo_class_Ratchet_RFC6455_Messaging_Frame_isMasked, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getMaskingKey, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getMaskingKey, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, generateMaskingKey, arginfo_class_Ratchet_RFC6455_Messaging_Frame_generateMaskingKey, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, maskPayload, arginfo_class_Ratchet_RFC6455_Messaging_Frame_maskPayload, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, unMaskPayload, arginfo_class_Ratchet_RFC6455_Messaging_Frame_unMaskPayload, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, applyMask, arginfo_class_Ratchet_RFC6455_Messaging_Frame_applyMask, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getOpcode, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getOpcode, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getFirstPayloadVal, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getFirstPayloadVal, ZEND_ACC_PROTECTED)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getNumPayloadBits, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getNumPayloadBits, ZEND_ACC_PROTECTED)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getNumPayloadBytes, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getNumPayloadBytes, ZEND_ACC_PROTECTED)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getPayloadLength, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getPayloadLength, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getPayloadStartingByte, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getPayloadStartingByte, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getPayload, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getPayload, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, getContents, arginfo_class_Ratchet_RFC6455_Messaging_Frame_getContents, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, __toString, arginfo_class_Ratchet_RFC6455_Messaging_Frame___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Frame, extractOverflow, arginfo_class_Ratchet_RFC6455_Messaging_Frame_extractOverflow, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_RFC6455_Messaging_Message_methods[] = {
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, __construct, arginfo_class_Ratchet_RFC6455_Messaging_Message___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, getIterator, arginfo_class_Ratchet_RFC6455_Messaging_Message_getIterator, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, count, arginfo_class_Ratchet_RFC6455_Messaging_Message_count, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, isCoalesced, arginfo_class_Ratchet_RFC6455_Messaging_Message_isCoalesced, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, addFrame, arginfo_class_Ratchet_RFC6455_Messaging_Message_addFrame, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, getOpcode, arginfo_class_Ratchet_RFC6455_Messaging_Message_getOpcode, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, getPayloadLength, arginfo_class_Ratchet_RFC6455_Messaging_Message_getPayloadLength, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, getPayload, arginfo_class_Ratchet_RFC6455_Messaging_Message_getPayload, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, getContents, arginfo_class_Ratchet_RFC6455_Messaging_Message_getContents, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, __toString, arginfo_class_Ratchet_RFC6455_Messaging_Message___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, isBinary, arginfo_class_Ratchet_RFC6455_Messaging_Message_isBinary, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_Message, getRsv1, arginfo_class_Ratchet_RFC6455_Messaging_Message_getRsv1, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_RFC6455_Messaging_CloseFrameChecker_methods[] = {
	ZEND_ME(Ratchet_RFC6455_Messaging_CloseFrameChecker, __construct, arginfo_class_Ratchet_RFC6455_Messaging_CloseFrameChecker___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_CloseFrameChecker, __invoke, arginfo_class_Ratchet_RFC6455_Messaging_CloseFrameChecker___invoke, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_RFC6455_Messaging_MessageBuffer_methods[] = {
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, __construct, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, onData, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_onData, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, frameCheck, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_frameCheck, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, checkMessage, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_checkMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, newMessage, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_newMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, newFrame, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_newFrame, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, newCloseFrame, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_newCloseFrame, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, sendFrame, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_sendFrame, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_RFC6455_Messaging_MessageBuffer, sendMessage, arginfo_class_Ratchet_RFC6455_Messaging_MessageBuffer_sendMessage, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_DataInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "DataInterface", class_Ratchet_RFC6455_Messaging_DataInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_FrameInterface(zend_class_entry *class_entry_Ratchet_RFC6455_Messaging_DataInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "FrameInterface", class_Ratchet_RFC6455_Messaging_FrameInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_RFC6455_Messaging_DataInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_MessageInterface(zend_class_entry *class_entry_Ratchet_RFC6455_Messaging_DataInterface, zend_class_entry *class_entry_Traversable, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "MessageInterface", class_Ratchet_RFC6455_Messaging_MessageInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 3, class_entry_Ratchet_RFC6455_Messaging_DataInterface, class_entry_Traversable, class_entry_Countable);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_Frame(zend_class_entry *class_entry_Ratchet_RFC6455_Messaging_FrameInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "Frame", class_Ratchet_RFC6455_Messaging_Frame_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Ratchet_RFC6455_Messaging_FrameInterface);

	zval const_OP_CONTINUE_value;
	ZVAL_LONG(&const_OP_CONTINUE_value, 0);
	zend_string *const_OP_CONTINUE_name = zend_string_init_interned("OP_CONTINUE", sizeof("OP_CONTINUE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_CONTINUE_name, &const_OP_CONTINUE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_CONTINUE_name);

	zval const_OP_TEXT_value;
	ZVAL_LONG(&const_OP_TEXT_value, 1);
	zend_string *const_OP_TEXT_name = zend_string_init_interned("OP_TEXT", sizeof("OP_TEXT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_TEXT_name, &const_OP_TEXT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_TEXT_name);

	zval const_OP_BINARY_value;
	ZVAL_LONG(&const_OP_BINARY_value, 2);
	zend_string *const_OP_BINARY_name = zend_string_init_interned("OP_BINARY", sizeof("OP_BINARY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_BINARY_name, &const_OP_BINARY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_BINARY_name);

	zval const_OP_CLOSE_value;
	ZVAL_LONG(&const_OP_CLOSE_value, 8);
	zend_string *const_OP_CLOSE_name = zend_string_init_interned("OP_CLOSE", sizeof("OP_CLOSE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_CLOSE_name, &const_OP_CLOSE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_CLOSE_name);

	zval const_OP_PING_value;
	ZVAL_LONG(&const_OP_PING_value, 9);
	zend_string *const_OP_PING_name = zend_string_init_interned("OP_PING", sizeof("OP_PING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_PING_name, &const_OP_PING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_PING_name);

	zval const_OP_PONG_value;
	ZVAL_LONG(&const_OP_PONG_value, 10);
	zend_string *const_OP_PONG_name = zend_string_init_interned("OP_PONG", sizeof("OP_PONG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_PONG_name, &const_OP_PONG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_PONG_name);

	zval const_CLOSE_NORMAL_value;
	ZVAL_LONG(&const_CLOSE_NORMAL_value, 1000);
	zend_string *const_CLOSE_NORMAL_name = zend_string_init_interned("CLOSE_NORMAL", sizeof("CLOSE_NORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_NORMAL_name, &const_CLOSE_NORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_NORMAL_name);

	zval const_CLOSE_GOING_AWAY_value;
	ZVAL_LONG(&const_CLOSE_GOING_AWAY_value, 1001);
	zend_string *const_CLOSE_GOING_AWAY_name = zend_string_init_interned("CLOSE_GOING_AWAY", sizeof("CLOSE_GOING_AWAY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_GOING_AWAY_name, &const_CLOSE_GOING_AWAY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_GOING_AWAY_name);

	zval const_CLOSE_PROTOCOL_value;
	ZVAL_LONG(&const_CLOSE_PROTOCOL_value, 1002);
	zend_string *const_CLOSE_PROTOCOL_name = zend_string_init_interned("CLOSE_PROTOCOL", sizeof("CLOSE_PROTOCOL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_PROTOCOL_name, &const_CLOSE_PROTOCOL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_PROTOCOL_name);

	zval const_CLOSE_BAD_DATA_value;
	ZVAL_LONG(&const_CLOSE_BAD_DATA_value, 1003);
	zend_string *const_CLOSE_BAD_DATA_name = zend_string_init_interned("CLOSE_BAD_DATA", sizeof("CLOSE_BAD_DATA") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_BAD_DATA_name, &const_CLOSE_BAD_DATA_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_BAD_DATA_name);

	zval const_CLOSE_NO_STATUS_value;
	ZVAL_LONG(&const_CLOSE_NO_STATUS_value, 1005);
	zend_string *const_CLOSE_NO_STATUS_name = zend_string_init_interned("CLOSE_NO_STATUS", sizeof("CLOSE_NO_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_NO_STATUS_name, &const_CLOSE_NO_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_NO_STATUS_name);

	zval const_CLOSE_ABNORMAL_value;
	ZVAL_LONG(&const_CLOSE_ABNORMAL_value, 1006);
	zend_string *const_CLOSE_ABNORMAL_name = zend_string_init_interned("CLOSE_ABNORMAL", sizeof("CLOSE_ABNORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_ABNORMAL_name, &const_CLOSE_ABNORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_ABNORMAL_name);

	zval const_CLOSE_BAD_PAYLOAD_value;
	ZVAL_LONG(&const_CLOSE_BAD_PAYLOAD_value, 1007);
	zend_string *const_CLOSE_BAD_PAYLOAD_name = zend_string_init_interned("CLOSE_BAD_PAYLOAD", sizeof("CLOSE_BAD_PAYLOAD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_BAD_PAYLOAD_name, &const_CLOSE_BAD_PAYLOAD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_BAD_PAYLOAD_name);

	zval const_CLOSE_POLICY_value;
	ZVAL_LONG(&const_CLOSE_POLICY_value, 1008);
	zend_string *const_CLOSE_POLICY_name = zend_string_init_interned("CLOSE_POLICY", sizeof("CLOSE_POLICY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_POLICY_name, &const_CLOSE_POLICY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_POLICY_name);

	zval const_CLOSE_TOO_BIG_value;
	ZVAL_LONG(&const_CLOSE_TOO_BIG_value, 1009);
	zend_string *const_CLOSE_TOO_BIG_name = zend_string_init_interned("CLOSE_TOO_BIG", sizeof("CLOSE_TOO_BIG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_TOO_BIG_name, &const_CLOSE_TOO_BIG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_TOO_BIG_name);

	zval const_CLOSE_MAND_EXT_value;
	ZVAL_LONG(&const_CLOSE_MAND_EXT_value, 1010);
	zend_string *const_CLOSE_MAND_EXT_name = zend_string_init_interned("CLOSE_MAND_EXT", sizeof("CLOSE_MAND_EXT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_MAND_EXT_name, &const_CLOSE_MAND_EXT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_MAND_EXT_name);

	zval const_CLOSE_SRV_ERR_value;
	ZVAL_LONG(&const_CLOSE_SRV_ERR_value, 1011);
	zend_string *const_CLOSE_SRV_ERR_name = zend_string_init_interned("CLOSE_SRV_ERR", sizeof("CLOSE_SRV_ERR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_SRV_ERR_name, &const_CLOSE_SRV_ERR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_SRV_ERR_name);

	zval const_CLOSE_TLS_value;
	ZVAL_LONG(&const_CLOSE_TLS_value, 1015);
	zend_string *const_CLOSE_TLS_name = zend_string_init_interned("CLOSE_TLS", sizeof("CLOSE_TLS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_TLS_name, &const_CLOSE_TLS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_TLS_name);

	zval const_MASK_LENGTH_value;
	ZVAL_LONG(&const_MASK_LENGTH_value, 4);
	zend_string *const_MASK_LENGTH_name = zend_string_init_interned("MASK_LENGTH", sizeof("MASK_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MASK_LENGTH_name, &const_MASK_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MASK_LENGTH_name);

	zval property_data_default_value;
	ZVAL_EMPTY_STRING(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_property_ex(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_data_name);

	zval property_bytesRecvd_default_value;
	ZVAL_LONG(&property_bytesRecvd_default_value, 0);
	zend_string *property_bytesRecvd_name = zend_string_init("bytesRecvd", sizeof("bytesRecvd") - 1, 1);
	zend_declare_property_ex(class_entry, property_bytesRecvd_name, &property_bytesRecvd_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_bytesRecvd_name);

	zval property_defPayLen_default_value;
	ZVAL_LONG(&property_defPayLen_default_value, -1);
	zend_string *property_defPayLen_name = zend_string_init("defPayLen", sizeof("defPayLen") - 1, 1);
	zend_declare_property_ex(class_entry, property_defPayLen_name, &property_defPayLen_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_defPayLen_name);

	zval property_firstByte_default_value;
	ZVAL_LONG(&property_firstByte_default_value, -1);
	zend_string *property_firstByte_name = zend_string_init("firstByte", sizeof("firstByte") - 1, 1);
	zend_declare_property_ex(class_entry, property_firstByte_name, &property_firstByte_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_firstByte_name);

	zval property_secondByte_default_value;
	ZVAL_LONG(&property_secondByte_default_value, -1);
	zend_string *property_secondByte_name = zend_string_init("secondByte", sizeof("secondByte") - 1, 1);
	zend_declare_property_ex(class_entry, property_secondByte_name, &property_secondByte_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_secondByte_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_Message(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Ratchet_RFC6455_Messaging_MessageInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "Message", class_Ratchet_RFC6455_Messaging_Message_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Ratchet_RFC6455_Messaging_MessageInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_CloseFrameChecker(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "CloseFrameChecker", class_Ratchet_RFC6455_Messaging_CloseFrameChecker_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_RFC6455_Messaging_MessageBuffer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\RFC6455\\Messaging", "MessageBuffer", class_Ratchet_RFC6455_Messaging_MessageBuffer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
