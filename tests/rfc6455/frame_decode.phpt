--TEST--
Frame: filled by addBuffer() in pieces of every size, masked and not
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

function feed(string $wire, int $step): array
{
	$frame = new Frame();
	$complete_at = null;
	for ($at = 0; $at < strlen($wire); $at += $step) {
		$frame->addBuffer(substr($wire, $at, $step));
		if ($complete_at === null && $frame->isCoalesced()) {
			$complete_at = $frame->bytesRecvd;
		}
	}
	return [$frame, $complete_at];
}

foreach ([0, 1, 125, 126, 127, 400, 65536] as $length) {
	$payload = $length ? substr(str_repeat(implode('', array_map('chr', range(0, 255))), 260), 0, $length) : '';
	foreach ([null, 'k3y!'] as $key) {
		$source = new Frame($payload, false, Frame::OP_BINARY);
		if ($key) {
			$source->maskPayload($key);
		}
		$wire = $source->getContents();
		foreach ($length > 400 ? [1000, 4096, 70000] : [1, 2, 3, 5, 70000] as $step) {
			[$frame, $complete_at] = feed($wire, $step);
			$right = $complete_at === strlen($wire)
				&& $frame->getPayload() === $payload
				&& (string)$frame === $payload
				&& $frame->getContents() === $wire
				&& $frame->getPayloadLength() === $length
				&& $frame->isMasked() === ($key !== null)
				&& $frame->getMaskingKey() === (string)$key
				&& $frame->isFinal() === false
				&& $frame->getOpcode() === Frame::OP_BINARY;
			if (!$right) {
				echo "wrong: length $length, key $key, step $step\n";
			}
		}
	}
}
echo "pieces done\n";

echo "what is known after each byte\n";
$frame = new Frame();
foreach (str_split("\xc1\xfe\x00\x7e" . 'key.' . str_repeat('a', 126)) as $i => $byte) {
	$frame->addBuffer($byte);
	if ($i > 8 && $i < 132) {
		continue;
	}
	$line = [$i + 1];
	foreach (['isFinal', 'getRsv1', 'getOpcode', 'isMasked', 'getPayloadStartingByte', 'getPayloadLength', 'getMaskingKey', 'isCoalesced'] as $method) {
		try {
			$line[] = var_export($frame->$method(), true);
		} catch (UnderflowException $e) {
			$line[] = '-';
		}
	}
	echo implode(' ', $line), "\n";
}

echo "a length that is not minimal is kept\n";
$frame = new Frame();
$frame->addBuffer("\x81\x7f\0\0\0\0\0\0\0\x02hi");
echo $frame->getPayload(), ' ', $frame->getPayloadStartingByte(), ' ', bin2hex($frame->getContents()), "\n";
?>
--EXPECT--
pieces done
what is known after each byte
1 true true 1 - - - - false
2 true true 1 true 8 - - false
3 true true 1 true 8 - - false
4 true true 1 true 8 126 - false
5 true true 1 true 8 126 - false
6 true true 1 true 8 126 - false
7 true true 1 true 8 126 - false
8 true true 1 true 8 126 'key.' false
9 true true 1 true 8 126 'key.' false
133 true true 1 true 8 126 'key.' false
134 true true 1 true 8 126 'key.' true
a length that is not minimal is kept
hi 10 817f00000000000000026869
