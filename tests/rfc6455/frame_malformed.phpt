--TEST--
Frame: headers that lie about the length
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

$headers = [
	'the largest length' => "\x81\x7f\x7f\xff\xff\xff\xff\xff\xff\xff",
	'the highest bit alone' => "\x81\x7f\x80\0\0\0\0\0\0\0",
	'all bits' => "\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff",
	'all bits, masked' => "\x81\xff\xff\xff\xff\xff\xff\xff\xff\xffabcd",
	'minus the header' => "\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xf6",
];
foreach ($headers as $name => $header) {
	$frame = new Frame();
	$frame->addBuffer($header . 'payload');
	echo "-- $name\n", $frame->getPayloadLength(), ' ', var_export($frame->isCoalesced(), true), ' ',
		bin2hex((string)$frame), ' ', bin2hex($frame->getContents()), ' ', strlen($frame->extractOverflow()), "\n";
	foreach (['getPayload', 'maskPayload', 'unMaskPayload'] as $method) {
		try {
			$frame->$method();
		} catch (UnderflowException $e) {
			echo "$method: ", $e->getMessage(), "\n";
		}
	}
}
?>
--EXPECT--
-- the largest length
9223372036854775807 false 7061796c6f6164 817f7fffffffffffffff7061796c6f6164 0
getPayload: Can not return partial message
maskPayload: Frame must be coalesced before applying mask
unMaskPayload: Frame must be coalesced before applying mask
-- the highest bit alone
-9223372036854775808 false  817f8000000000000000 0
getPayload: Can not return partial message
maskPayload: Frame must be coalesced before applying mask
unMaskPayload: Frame must be coalesced before applying mask
-- all bits
-1 false  817fffffffffffffffff 0
getPayload: Can not return partial message
maskPayload: Frame must be coalesced before applying mask
unMaskPayload: Frame must be coalesced before applying mask
-- all bits, masked
-1 false  81ffffffffffffffffff61626364 0
getPayload: Can not return partial message
maskPayload: Frame must be coalesced before applying mask
unMaskPayload: Frame must be coalesced before applying mask
-- minus the header
-10 false  817ffffffffffffffff6 0
getPayload: Can not return partial message
maskPayload: Frame must be coalesced before applying mask
unMaskPayload: Frame must be coalesced before applying mask
