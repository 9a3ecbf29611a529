<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $codes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999, null];
    $wrong = [0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65535];
    foreach ([...$codes, ...$wrong] as $code) {
        $talk->ws()->close($code)->eof();
        $talk->out('closed');
    }
    foreach (['reason', 'grüße', str_repeat('r', 123), "broken \xff"] as $reason) {
        $talk->ws()->close(1000, $reason)->eof();
        $talk->out('closed');
    }
    $talk->ws()->frame(WsClient::CLOSE, "\x03")->eof();
    $talk->out('closed');
};
