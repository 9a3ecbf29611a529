<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $messages = [
        'hello', '{"a":1}', '[', '', 'null', '"text"', '17', '[99,"x"]', '[5,{"a":1}]', '[5,[1]]', '[0]', '[8,"t","m"]', "[5,\"\xff\"]",
    ];
    foreach ($messages as $message) {
        $peer = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
        $peer->text($message)->frames()->eof();
        $talk->out('closed');
    }
};
