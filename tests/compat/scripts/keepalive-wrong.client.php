<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->frames()->frame(WsClient::PONG, 'wrong')->frames()->eof();
    $talk->out('closed');
};
