// Made from openapi.json by "pnpm types"; never edited.
export interface paths {
    "/v1/shops/{shopId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists documents, newest first. */
        get: operations["listDocuments"];
        put?: never;
        /** Announces a file, or a new version of a document, and gets an address to upload it to for ten minutes. */
        post: operations["createDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document with its versions, stages, invoices and parts. */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /** Takes a document out of the ledger. */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the file was uploaded; reading begins. */
        post: operations["completeDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries the failed step again. */
        post: operations["retryDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address from which the original can be fetched for five minutes. */
        get: operations["downloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a page, line by line with its place. */
        get: operations["getDocumentPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a delimited document, in its order. */
        get: operations["listDocumentRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoices of the current version, in the document's order. */
        get: operations["listDocumentInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/documents/{documentId}/invoices/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Corrects fields of an invoice; its proof is computed anew and detection looks again. Takes the document's ETag as If-Match. */
        patch: operations["correctInvoice"];
        trace?: never;
    };
    "/v1/shops/{shopId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists findings, the open ones with the most money first. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/findings/{findingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a finding says, with its evidence. */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/findings/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismisses up to 200 findings; says of each whether it was. */
        post: operations["dismissFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/findings/{findingId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a finding as not a leak; can be remembered for vendor and type. */
        post: operations["dismissFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/findings/{findingId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a finding as settled. */
        post: operations["resolveFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/findings/{findingId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a dismissal, a resolution or an answer back. */
        post: operations["reopenFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/findings/{findingId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the question of a finding in REVIEW. */
        post: operations["answerFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stores that the sign-in is for. */
        get: operations["listShops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One store with its settings. */
        get: operations["getShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes settings; what is absent stays. Takes the ETag as If-Match. */
        patch: operations["changeShop"];
        trace?: never;
    };
    "/v1/shops/{shopId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dashboard: sums, the biggest leaks, spend of twelve months. */
        get: operations["getShopSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works for the store. */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vendors, the most paid in the last twelve months first. */
        get: operations["listVendors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/vendors/{vendorKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the store pays one vendor for, and what is to be expected next. */
        get: operations["getVendor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: ready (ask the lists anew), document, findings. Sent with the bearer header, so read it by fetch. */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop has told us, the newest first. */
        get: operations["listFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A subscription was cancelled. */
        post: operations["addCancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/installed-apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which apps are installed on a day, and which were removed when. */
        post: operations["addInstalledApps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/installed-apps/paste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same from a pasted list or CSV: one app a line, as of today. */
        post: operations["pasteInstalledApps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/promised-credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A vendor promised a credit. */
        post: operations["addPromisedCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A term that no document here states, such as a price announced by mail. */
        post: operations["addTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/wanted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** "This is normal": findings of a type at a vendor are not shown. */
        post: operations["addWanted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shopId}/facts/{factId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a fact back. */
        delete: operations["deleteFact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, as what, and for which stores. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plan and settings. */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes settings; what is absent stays. Takes the ETag as If-Match. */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/v1/organization/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of the plan's limits is used. */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organisation says of vendors. */
        get: operations["listVendorOverlays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization/vendors/{vendorKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that names are one vendor's, and what it is for; detection looks again at every store. */
        put: operations["putVendorOverlay"];
        post?: never;
        /** Takes that back. */
        delete: operations["deleteVendorOverlay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/worker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A worker ran a synthetic job within two minutes, or does within 20 seconds of this request. */
        get: operations["getWorker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The release. */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers; which of what we depend on does. */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {unknown} */
        ActionType: "REFUND_REQUEST" | "CANCEL_REQUEST" | "DOWNGRADE_REQUEST" | "CLARIFICATION";
        /**
         * @description What becomes of the finding once the answer is given.
         * @enum {unknown}
         */
        AnswerEffect: "NOTHING" | "LEAK" | "NEXT_QUESTION";
        /**
         * @description Every answer that a REVIEW may offer. An answer says what it means, so that it can still be read when the question is worded anew.
         * @enum {unknown}
         */
        AnswerId: "AS_PRINTED" | "AS_COMPUTED" | "IN_CURRENCY" | "SAME_COMPANY" | "OTHER_COMPANY" | "UNKNOWN_SENDER" | "DETAILS_CONFIRMED" | "DETAILS_FALSE" | "CREDIT_ARRIVED" | "CREDIT_NOT_ARRIVED" | "ALREADY_CREDITED" | "NOT_CREDITED" | "ENDED_ON" | "NOT_CANCELLED" | "THIS_PLAN" | "EVERY_PLAN" | "OTHER_PLAN" | "THIS_ACCOUNT" | "OTHER_ACCOUNT" | "AFTER_THE_END" | "BEFORE_THE_END" | "THIS_APP" | "INSTALLED_AGAIN" | "NOT_INSTALLED" | "TWO_ORDERS" | "ONE_ORDER" | "ONE_PAID" | "BOTH_PAID" | "SAME_TIME" | "SOMETHING_ELSE" | "CHOSEN" | "NOT_CHOSEN" | "AGREED" | "NOT_AGREED" | "ORDERED" | "NOT_ORDERED" | "NO_DOCUMENT";
        /**
         * @description What the page has to ask beside the button.
         * @default NONE
         * @enum {unknown}
         */
        AnswerInput: "NONE" | "DATE" | "CURRENCY";
        /** @description One button under the question of a REVIEW. */
        AnswerOption: {
            id: components["schemas"]["AnswerId"];
            label: components["schemas"]["Sentence"];
            effect: components["schemas"]["AnswerEffect"];
            /** @description What tells two buttons with the same id apart, such as the plan; goes back as string? ReviewAnswer.Value. */
            value?: null | string;
            asks?: components["schemas"]["AnswerInput"];
        };
        AnswerRequest: {
            answer: components["schemas"]["AnswerId"];
            /** @description The option's own value, or the currency that was entered. */
            value?: null | string;
            /**
             * Format: date
             * @description The day that was entered.
             */
            on?: null | string;
        };
        Box: {
            /** Format: double */
            x?: number;
            /** Format: double */
            y?: number;
            /** Format: double */
            width?: number;
            /** Format: double */
            height?: number;
        };
        BridgePart: {
            part: components["schemas"]["BridgeReason"];
            /** Format: decimal */
            amount: null | string;
        };
        /**
         * @description Why a stream's charge changed between two periods. The parts add up to the change to the cent.
         * @enum {unknown}
         */
        BridgeReason: "QUANTITY" | "UNIT_PRICE" | "PLAN_CHANGE" | "CADENCE" | "PRORATION" | "TAX" | "FX" | "DISCOUNT_START" | "DISCOUNT_END" | "CREDIT" | "ONE_OFF" | "NEW_LINE" | "UNEXPLAINED";
        /** @enum {unknown} */
        Cadence: "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY" | "USAGE" | "ONE_TIME" | null;
        Cancellation: {
            vendor: string;
            account?: null | string;
            planName?: null | string;
            status?: components["schemas"]["CancellationStatus"];
            /** Format: date */
            sentAt?: null | string;
            /** Format: date */
            confirmedAt?: null | string;
            /**
             * Format: date
             * @description First day without service, as the merchant states it.
             */
            effectiveDate?: null | string;
        };
        /** @enum {unknown} */
        CancellationStatus: "DELIVERED" | "DRAFT" | "SENT" | "BOUNCED";
        ChangeOrganizationRequest: {
            name?: null | string;
            languageModelEnabled?: null | boolean;
            visionEnabled?: null | boolean;
            /**
             * Format: decimal
             * @description US dollars, 0.00 to 100.00.
             */
            languageModelDailyBudget?: null | string;
            /**
             * Format: int32
             * @description 30, 90 or 365.
             */
            retentionDays?: null | number;
        };
        ChangeShopRequest: {
            name?: null | string;
            /** @description ISO 4217. */
            currency?: null | string;
            /** @description IANA name such as Asia/Seoul. */
            timeZone?: null | string;
            /** @description `en` or `ko`. */
            language?: null | string;
        };
        ConfidenceFactor: {
            reason: components["schemas"]["Sentence"];
            /** Format: int32 */
            delta: number;
        };
        /** @description A term the merchant knows of, such as a price announced by mail. */
        ContextTerm: {
            vendor: string;
            account?: null | string;
            kind: components["schemas"]["TermKind"];
            productCode?: null | string;
            planName?: null | string;
            /** Format: decimal */
            amount?: null | string;
            /** Format: decimal */
            percent?: null | string;
            /** Format: date */
            from?: null | string;
            /** Format: date */
            until?: null | string;
            /** Format: int32 */
            days?: null | number;
        };
        CorrectInvoiceRequest: {
            corrections: components["schemas"]["CorrectionRequest"][];
        };
        CorrectionRequest: {
            /** @description Path in schema 1.0, such as `invoice.totalAmount` or `lineItems.L1.amount`. */
            field: string;
            /** @description As the schema writes it; null when the document does not say it. */
            value: null | string;
        };
        CreateDocumentRequest: {
            fileName: string;
            /**
             * Format: int64
             * @description Exactly; at most 20 MB.
             */
            sizeBytes: number;
            /** @description Of the file, lower-case hex. */
            sha256: string;
            contentType?: null | string;
            /**
             * Format: uuid
             * @description Set for a new version of a document that is here already.
             */
            documentId?: null | string;
        };
        /** @enum {unknown} */
        DependencyState: "UP" | "DOWN";
        DependencyView: {
            name: string;
            state: components["schemas"]["DependencyState"];
        };
        DismissAllRequest: {
            findingIds: string[];
            reason: components["schemas"]["StateReason"];
            note?: null | string;
        };
        DismissedView: {
            dismissed: string[];
            refused: components["schemas"]["RefusalView"][];
        };
        DismissRequest: {
            /** @description NOT_A_LEAK, NORMAL, TOO_SMALL or OTHER; OTHER needs a note. */
            reason: components["schemas"]["StateReason"];
            note?: null | string;
            /**
             * @description "This is normal": the same type at the same vendor is not shown any more, until the rule is removed.
             * @default false
             */
            remember: boolean;
        };
        DocumentListItem: {
            /** Format: uuid */
            id: string;
            fileName: string;
            sourceType: components["schemas"]["SourceType"];
            /** Format: uuid */
            parentDocumentId: null | string;
            state: components["schemas"]["DocumentState"];
            /** Format: int32 */
            versionNumber: number;
            /** Format: int64 */
            sizeBytes: number;
            mimeType: null | string;
            /** Format: int32 */
            pageCount: null | number;
            error: null | components["schemas"]["ErrorView"];
            waiting: null | components["schemas"]["WaitingView"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt: null | string;
            firstInvoice: null | components["schemas"]["InvoiceHeadingView"];
            /**
             * Format: int32
             * @description Invoices that its current version gave.
             */
            invoiceCount: number;
        };
        /**
         * @description Where a version is on its way (domain: document states).
         * @enum {unknown}
         */
        DocumentState: "CREATED" | "UPLOADED" | "EXTRACTING" | "EXTRACTED" | "NORMALIZING" | "NORMALIZED" | "DETECTING" | "DONE" | "EXTRACTION_FAILED" | "NORMALIZATION_FAILED" | "DETECTION_FAILED" | "REJECTED";
        DocumentUploadView: {
            /** Format: uuid */
            documentId: string;
            /** Format: uuid */
            versionId: string;
            /** @description The same bytes are in this shop: there is nothing to upload, and the ids are theirs. */
            alreadyUploaded: boolean;
            upload: null | components["schemas"]["UploadView"];
        };
        DocumentView: {
            /** Format: uuid */
            id: string;
            fileName: string;
            sourceType: components["schemas"]["SourceType"];
            /** Format: uuid */
            parentDocumentId: null | string;
            /** @description Of the latest version. */
            state: components["schemas"]["DocumentState"];
            error: null | components["schemas"]["ErrorView"];
            waiting: null | components["schemas"]["WaitingView"];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: uuid
             * @description The version whose invoices count; null until one was read.
             */
            currentVersionId: null | string;
            /** @description The newest first. */
            versions: components["schemas"]["VersionView"][];
            /**
             * Format: int32
             * @description Of the current version; Invoices holds the first 50 of them.
             */
            invoiceCount: number;
            invoices: components["schemas"]["InvoiceView"][];
            /** @description What the container held; empty for other documents. */
            parts: components["schemas"]["DocumentListItem"][];
            /** @description What left the house for the current version, to which model, and what it cost; empty where no model was asked. */
            languageModelReceipts: components["schemas"]["LanguageModelReceipt"][];
        };
        DownloadView: {
            /** Format: uri */
            url: string;
            fileName: string;
            /** Format: date-time */
            expiresAt: string;
        };
        ErrorView: {
            code: string;
            message: string;
        };
        /** @description A pointer into a document with the words found there. */
        Evidence: {
            kind: components["schemas"]["EvidenceKind"];
            pointer?: components["schemas"]["EvidencePointer"];
            /** @description Verbatim, at most 300 characters. */
            excerpt: string;
        };
        /** @enum {unknown} */
        EvidenceKind: "PDF_TEXT_SPAN" | "CSV_ROW" | "IMAGE_OCR_LINE" | "XML_NODE";
        /** @description Page, line, row and column count from 1. */
        EvidencePointer: {
            /** Format: int32 */
            page?: null | number;
            /** Format: int32 */
            lineStart?: null | number;
            /** Format: int32 */
            lineEnd?: null | number;
            /** Format: int32 */
            row?: null | number;
            /** Format: int32 */
            column?: null | number;
            box?: null | components["schemas"]["Box"];
        };
        /** @enum {unknown} */
        FactKind: "CANCELLATION" | "INSTALLED_APPS" | "PROMISED_CREDIT" | "TERM" | "WANTED" | "REVIEW_ANSWER";
        /** @description One of the parts is set: the one that Kind names. */
        FactView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["FactKind"];
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            cancellation?: null | components["schemas"]["Cancellation"];
            installedApps?: null | components["schemas"]["InstalledAppsSnapshot"];
            promisedCredit?: null | components["schemas"]["PromisedCredit"];
            term?: null | components["schemas"]["ContextTerm"];
            wanted?: null | components["schemas"]["Wanted"];
        };
        FindingCount: {
            state: components["schemas"]["FindingState"];
            verdict: components["schemas"]["Verdict"];
            type: components["schemas"]["LeakType"];
            /** Format: int32 */
            count: number;
        };
        FindingEvidenceView: {
            fileName: string;
            kind: components["schemas"]["EvidenceKind"];
            pointer: components["schemas"]["EvidencePointer"];
            excerpt: string;
            /**
             * Format: uuid
             * @description Null when the document was deleted.
             */
            documentId: null | string;
            /** Format: uuid */
            documentVersionId: null | string;
        };
        FindingLine: {
            invoiceNumber: null | string;
            lineId: string;
            /** Format: decimal */
            amount: null | string;
        };
        FindingListItem: {
            /** Format: uuid */
            id: string;
            type: components["schemas"]["LeakType"];
            verdict: components["schemas"]["Verdict"];
            state: components["schemas"]["FindingState"];
            vendor: string;
            account: null | string;
            title: string;
            currency: null | string;
            /** Format: decimal */
            amount: null | string;
            /**
             * Format: decimal
             * @description By which the list is sorted; 0 where there is no amount or no rate.
             */
            amountInShopCurrency: string;
            savingsKind: null | components["schemas"]["SavingsKind"];
            /** Format: decimal */
            perMonth: null | string;
            /** Format: date */
            deadline: null | string;
            /** Format: int32 */
            confidence: number;
            /** Format: date */
            firstSeenOn: string;
            /** Format: date */
            lastSeenOn: string;
            /** Format: date-time */
            stateChangedAt: string;
        };
        FindingListView: {
            items: components["schemas"]["FindingListItem"][];
            nextCursor: null | string;
            /** @description Of all findings of the shop, whatever was filtered. */
            counts: components["schemas"]["FindingCount"][];
        };
        /**
         * @description `OPEN → DISMISSED | RESOLVED → REOPENED`; a reopened finding can be dismissed and resolved again.
         * @enum {unknown}
         */
        FindingState: "OPEN" | "DISMISSED" | "RESOLVED" | "REOPENED";
        FindingView: {
            /** Format: uuid */
            id: string;
            type: components["schemas"]["LeakType"];
            verdict: components["schemas"]["Verdict"];
            vendor: string;
            /** @description The vendor's address among the shop's vendors; null when its charges left the ledger. */
            vendorKey: null | string;
            account: null | string;
            currency: null | string;
            /** Format: decimal */
            amount: null | string;
            /** Format: decimal */
            credited: null | string;
            savingsKind: null | components["schemas"]["SavingsKind"];
            /** Format: decimal */
            perMonth: null | string;
            /** Format: date */
            deadline: null | string;
            /** Format: date */
            periodStart: null | string;
            /** Format: date */
            periodEnd: null | string;
            /** Format: int32 */
            confidence: number;
            factors: components["schemas"]["ConfidenceFactor"][];
            title: string;
            summary: string;
            lineItems: components["schemas"]["FindingLine"][];
            evidence: components["schemas"]["FindingEvidenceView"][];
            recommendedActions: components["schemas"]["RecommendedAction"][];
            question: null | string;
            answers: components["schemas"]["AnswerOption"][];
            bridge: components["schemas"]["BridgePart"][];
            fingerprint: string;
            state: components["schemas"]["FindingState"];
            stateReason: components["schemas"]["StateReason"];
            /** @description Why it is in its state, for people. */
            stateSentence: string;
            /** Format: date-time */
            stateChangedAt: string;
            /** Format: date */
            firstSeenOn: string;
            /** Format: date */
            lastSeenOn: string;
            /** @description What resolved it, where proof did. */
            proof: components["schemas"]["FindingEvidenceView"][];
            /** @description What the merchant answered to its questions. */
            givenAnswers: components["schemas"]["GivenAnswerView"][];
        };
        GivenAnswerView: {
            answer: components["schemas"]["AnswerId"];
            value: null | string;
            /** Format: date */
            on: null | string;
        };
        InstalledAppsSnapshot: {
            /** Format: date */
            syncedAt: string;
            apps?: string[];
            uninstalled?: components["schemas"]["UninstalledApp"][];
        };
        InvoiceHeader: {
            kind: components["schemas"]["InvoiceKind"];
            invoiceNumber?: null | string;
            /** Format: date */
            invoiceDate?: null | string;
            /** Format: date */
            dueDate?: null | string;
            /** Format: date */
            billingPeriodStart?: null | string;
            /**
             * Format: date
             * @description Exclusive.
             */
            billingPeriodEnd?: null | string;
            /** @description ISO 4217. */
            currency?: null | string;
            /** Format: decimal */
            subtotalAmount?: null | string;
            /** Format: decimal */
            taxAmount?: null | string;
            /**
             * Format: decimal
             * @description Positive.
             */
            discountAmount?: null | string;
            /**
             * Format: decimal
             * @description This document's grand total including tax, without a previous balance; negative on a credit note.
             */
            totalAmount?: null | string;
            /** Format: decimal */
            amountDue?: null | string;
            paymentMethodHint?: null | string;
            paymentReference?: null | string;
            settlement?: null | components["schemas"]["Settlement"];
            relatedInvoiceNumber?: null | string;
            notes?: null | string;
        };
        InvoiceHeadingView: {
            kind: components["schemas"]["InvoiceKind"];
            vendorName: null | string;
            invoiceNumber: null | string;
            /** Format: date */
            invoiceDate: null | string;
            currency: null | string;
            /** Format: decimal */
            totalAmount: null | string;
        };
        /**
         * @description REMINDER and all after it are never charges; they state terms.
         * @enum {unknown}
         */
        InvoiceKind: "INVOICE" | "RECEIPT" | "CREDIT_NOTE" | "STATEMENT" | "REMINDER" | "PRO_FORMA" | "QUOTE" | "ORDER" | "CONTRACT" | "NOTICE";
        InvoiceSource: {
            documentVersionId?: null | string;
            sourceType?: components["schemas"]["SourceType"];
            fileName: string;
            mimeType?: null | string;
            /** @description Lower-case hex of the file's bytes, 64 characters. With the evidence pointer it is an invoice's identity. */
            sha256?: null | string;
            /** @description The file name of the container (ZIP, mail) this document came in. */
            parentFileName?: null | string;
        };
        InvoiceVendor: {
            /** @description As printed. */
            name?: null | string;
            canonicalName?: null | string;
            supportEmail?: null | string;
            website?: null | string;
            taxId?: null | string;
            /** @description SHOPIFY_APP, SAAS, PAYMENT, SHIPPING, MARKETING, ANALYTICS, SUPPORT, REVIEWS, … or UNKNOWN: an open list. */
            category?: string;
        };
        /** @description A normalised invoice of schema 1.0 with what a person corrected in it. */
        InvoiceView: {
            /**
             * Format: int32
             * @description From 0 within its document; corrections name it.
             */
            position: number;
            invoice: components["schemas"]["NormalizedInvoice"];
            /** @description Their values are already in Invoice. */
            correctedFields: string[];
        };
        /** @description For one document: what left the house, to which model, and what it cost. Holds no text of the document. */
        LanguageModelReceipt: {
            model: string;
            promptVersion: string;
            /** Format: date-time */
            at: string;
            outcome: components["schemas"]["SecondReadingOutcome"];
            /** @description The code of docs/errors.md, where there is one. */
            errorCode?: null | string;
            /**
             * Format: int32
             * @description Calls that were answered: 0 when nothing was sent or the answer was kept from before, at most 2 (one repair).
             */
            calls: number;
            /** @description The text was sent, also where no answer came. */
            hasLeft: boolean;
            /** @description The answer was one we kept: nothing left the house this time. */
            isFromCache: boolean;
            /** @description SHA-256 of the masked text that was or would have been sent, lower-case hex. */
            textSha256: string;
            /**
             * Format: int32
             * @description Of the masked text.
             */
            characters: number;
            /** Format: int32 */
            lines: number;
            /**
             * Format: int32
             * @description Lines that were left out because they say nothing about the invoice, or there was no room.
             */
            linesLeft: number;
            /**
             * Format: int32
             * @description Pages sent as pictures, in which nothing is hidden.
             */
            pictures: number;
            /** @description How many different things were hidden, by kind: `EMAIL`, `PHONE`, `CUSTOMER`, … */
            hidden: {
                [key: string]: number;
            };
            usage: components["schemas"]["TokenUsage"];
            /**
             * Format: decimal
             * @description US dollars; null when the price of the model is unknown, see string? LanguageModelReceipt.CostNote.
             */
            costDollars: null | string;
            costNote?: null | string;
            /** @description Parts of the answer that were not used, by field and reason, without their values. */
            discarded?: string[];
        };
        LanguageModelUsageView: {
            /**
             * Format: decimal
             * @description US dollars since 00:00 UTC.
             */
            spentToday: string;
            /**
             * Format: decimal
             * @description US dollars; what is over it is not asked.
             */
            dailyBudget: string;
        };
        /**
         * @description In the order in which they claim a charge that several fit; the two that claim no charge come last.
         * @enum {unknown}
         */
        LeakType: "INVOICE_MATH" | "MISSING_CREDIT" | "POST_CANCELLATION" | "UNINSTALLED_APP_CHARGE" | "DUPLICATE_CHARGE" | "TRIAL_TO_PAID" | "PRICE_INCREASE" | "MOM_SPIKE" | "UPCOMING_RENEWAL" | "OVERLAPPING_TOOLS";
        LineItem: {
            lineId: string;
            type?: components["schemas"]["LineItemType"];
            description?: null | string;
            /** Format: decimal */
            quantity?: null | string;
            /** Format: decimal */
            unitPrice?: null | string;
            /** Format: decimal */
            amount?: null | string;
            currency?: null | string;
            /** Format: date */
            periodStart?: null | string;
            /**
             * Format: date
             * @description Exclusive.
             */
            periodEnd?: null | string;
            isRecurring?: null | boolean;
            cadence?: null | components["schemas"]["Cadence"];
            planName?: null | string;
            productCode?: null | string;
            evidence: components["schemas"]["Evidence"];
        };
        /** @enum {unknown} */
        LineItemType: "CHARGE" | "REFUND" | "CREDIT" | "TAX" | "DISCOUNT";
        LineView: {
            /**
             * Format: int32
             * @description From 1 within its page; evidence points to it.
             */
            number: number;
            text: string;
            box: null | components["schemas"]["Box"];
        };
        MemberView: {
            /** Format: uuid */
            userId: string;
            email: string;
            name: null | string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            since: string;
        };
        MeView: {
            /** @description As the audit log names it. */
            actor: string;
            role: components["schemas"]["Role"];
            organization: components["schemas"]["OrganizationView"];
            shops: components["schemas"]["ShopView"][];
        };
        /** @description One invoice in the one schema everything else speaks (schema 1.0, docs/invoice-schema.md). */
        NormalizedInvoice: {
            schemaVersion?: string;
            source: components["schemas"]["InvoiceSource"];
            vendor: components["schemas"]["InvoiceVendor"];
            /** @description The customer account, workspace or store that the vendor bills; tells two legitimate accounts apart. */
            account?: null | string;
            invoice: components["schemas"]["InvoiceHeader"];
            lineItems?: components["schemas"]["LineItem"][];
            terms?: components["schemas"]["Term"][];
            quality?: components["schemas"]["Quality"];
            /** @description Where each field of the header was read: JSON path (`invoice.totalAmount`, `vendor.name`, …) to evidence. */
            fieldEvidence?: null | {
                [key: string]: components["schemas"]["Evidence"];
            };
        };
        OrganizationView: {
            /** Format: uuid */
            id: string;
            name: string;
            plan: components["schemas"]["Plan"];
            /** @description Whether masked text may go to a language model. */
            languageModelEnabled: boolean;
            /** @description Whether pictures, which cannot be masked, may go to one. */
            visionEnabled: boolean;
            /**
             * Format: decimal
             * @description US dollars.
             */
            languageModelDailyBudget: string;
            /**
             * Format: int32
             * @description Of originals and page text.
             */
            retentionDays: number;
            /** Format: date-time */
            createdAt: string;
        };
        OverlayView: {
            key: string;
            name: string;
            category: null | string;
            function: null | string;
            aliases: string[];
        };
        /** @description One page of a list whose order is total, so that rows added meanwhile are neither skipped nor shown twice. */
        PageOfDocumentListItem: {
            items: components["schemas"]["DocumentListItem"][];
            /** @description For the following page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list whose order is total, so that rows added meanwhile are neither skipped nor shown twice. */
        PageOfFactView: {
            items: components["schemas"]["FactView"][];
            /** @description For the following page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list whose order is total, so that rows added meanwhile are neither skipped nor shown twice. */
        PageOfInvoiceView: {
            items: components["schemas"]["InvoiceView"][];
            /** @description For the following page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list whose order is total, so that rows added meanwhile are neither skipped nor shown twice. */
        PageOfRowView: {
            items: components["schemas"]["RowView"][];
            /** @description For the following page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list whose order is total, so that rows added meanwhile are neither skipped nor shown twice. */
        PageOfVendorListItem: {
            items: components["schemas"]["VendorListItem"][];
            /** @description For the following page; null on the last. */
            nextCursor: null | string;
        };
        /** @description The text of one page, as it was read. */
        PageView: {
            /** Format: int32 */
            number: number;
            /** Format: int32 */
            pageCount: number;
            /**
             * Format: double
             * @description Points of a PDF, pixels of a picture: for the aspect ratio.
             */
            width: number;
            /** Format: double */
            height: number;
            origin: components["schemas"]["TextOrigin"];
            lines: components["schemas"]["LineView"][];
        };
        PastedApps: {
            /** @description One app a line; of a CSV the first column. */
            text: string;
            /**
             * Format: date
             * @description The day on which this was true; today in the shop's zone when absent.
             */
            syncedAt?: null | string;
        };
        PeriodFigures: {
            /** Format: date */
            start: string;
            /** Format: date */
            end: string;
            /**
             * Format: decimal
             * @description With tax, after discounts.
             */
            amount: string;
            /**
             * Format: decimal
             * @description List price of one unit, before tax.
             */
            unitPrice: string;
            /** Format: decimal */
            quantity: string;
        };
        /** @enum {unknown} */
        Plan: "FREE" | "STARTER" | "PRO";
        /** @description RFC 9457, application/problem+json. */
        Problem: {
            /** @description What happened and what to do next, for people. */
            title: string;
            status: number;
            /** @description Stable: switch on it. */
            code: string;
            /** @description The request's id, as in X-Request-Id. */
            traceId: string;
            /** @description By field of the request. */
            errors?: {
                [key: string]: string[];
            };
        };
        PromisedCredit: {
            vendor: string;
            account?: null | string;
            /** Format: decimal */
            amount?: null | string;
            currency?: null | string;
            /** Format: date */
            promisedAt?: null | string;
            /** @description The charge it was promised for. */
            invoiceNumber?: null | string;
        };
        /** @description Does the document add up? A reading whose proof holds and that misses nothing important needs no second reader. */
        Proof: {
            /** @description Σ lines other than TAX and DISCOUNT = subtotal. */
            linesSum?: components["schemas"]["ProofCheck"];
            /** @description Subtotal + tax − discount = total. */
            total?: components["schemas"]["ProofCheck"];
            /** @description Quantity × unit price = amount on every line that prints both. */
            unitPrice?: components["schemas"]["ProofCheck"];
            /** @description The period's days fit the cadence. */
            period?: components["schemas"]["ProofCheck"];
        };
        ProofCheck: {
            state: components["schemas"]["ProofState"];
            /**
             * Format: decimal
             * @description Printed minus computed, in the document's currency (days for the period); null when unknown.
             */
            difference: null | string;
        };
        /** @enum {unknown} */
        ProofState: "UNKNOWN" | "HOLDS" | "FAILS";
        PutOverlayRequest: {
            /** @description The canonical name; its key is the one in the address. */
            name: string;
            /** @description SHOPIFY_APP, SAAS, … ; null keeps what the documents say. */
            category?: null | string;
            /** @description What it is for, such as `reviews`: two vendors of one function may overlap. */
            function?: null | string;
            /** @description Other names on invoices and statements. */
            aliases?: null | string[];
        };
        Quality: {
            /**
             * Format: int32
             * @description 0 to 100.
             */
            confidence?: number;
            missingFields?: string[];
            warnings?: string[];
            method?: components["schemas"]["ReadingMethod"];
            proof?: null | components["schemas"]["Proof"];
        };
        /** @enum {unknown} */
        ReadingMethod: "DETERMINISTIC" | "LLM" | "HYBRID";
        ReadyView: {
            isReady: boolean;
            dependencies: components["schemas"]["DependencyView"][];
        };
        RecommendedAction: {
            type: components["schemas"]["ActionType"];
            rationale: components["schemas"]["Sentence"];
        };
        RefusalView: {
            /** Format: uuid */
            findingId: string;
            code: string;
            message: string;
        };
        ResolveRequest: {
            note?: null | string;
        };
        ResourceUsageView: {
            /** Format: int32 */
            used: number;
            /** Format: int32 */
            limit: number;
            /** Format: date */
            periodStart: string;
            /**
             * Format: date
             * @description The first day of the next period, UTC.
             */
            resetsOn: string;
        };
        /** @enum {unknown} */
        Role: "OWNER" | "MEMBER" | "AGENCY_ADMIN" | "AGENCY_VIEWER";
        RowView: {
            /**
             * Format: int32
             * @description Its line in the file, from 1; evidence points to it.
             */
            row: number;
            cells: string[];
        };
        /** @enum {unknown} */
        SavingsKind: "RECOVERABLE" | "AVOIDABLE" | null;
        /**
         * @description What became of asking a language model about one document. In every case but TAKEN the deterministic reading stands.
         * @enum {unknown}
         */
        SecondReadingOutcome: "TAKEN" | "NOT_BETTER" | "TO_CONFIRM" | "NO_INVOICE" | "SCHEMA_INVALID" | "REPAIR_FAILED" | "DECLINED" | "CUT_OFF" | "UNAVAILABLE" | "BUDGET_EXCEEDED";
        /** @description For people, in the language of Accept-Language. */
        Sentence: string;
        /** @enum {unknown} */
        Settlement: "POSTED" | "PENDING" | "DECLINED" | "REVERSED" | null;
        ShopView: {
            /** Format: uuid */
            id: string;
            /** @description `name.myshopify.com`; null for a store that only uploads. */
            domain: null | string;
            name: string;
            currency: string;
            /** @description IANA name; dates of the store are in it. */
            timeZone: string;
            language: string;
            /**
             * Format: date
             * @description The day on which a demo store lives; null for real stores, which live today.
             */
            demoDay: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {unknown} */
        SourceType: "FOLDER" | "UPLOAD" | "EMAIL_FORWARD";
        SpendView: {
            /**
             * Format: date
             * @description Its first day.
             */
            month: string;
            /** @description One of the most paid; null for all others together. */
            vendor: null | string;
            currency: string;
            /** Format: decimal */
            amount: string;
        };
        StageView: {
            state: components["schemas"]["DocumentState"];
            /** Format: date-time */
            at: string;
        };
        /**
         * @description Why a finding is in its state. Stable codes; the sentence beside them is for people.
         * @enum {unknown}
         */
        StateReason: "FOUND" | "NOT_A_LEAK" | "NORMAL" | "TOO_SMALL" | "OTHER" | "WANTED" | "SETTLED" | "ANSWERED" | "CREDITED" | "SILENT" | "PAST" | "CLAIMED_ELSEWHERE" | "DOCUMENT_REMOVED" | "DOCUMENT_CHANGED" | "TAKEN_BACK" | "DISPUTED" | "NEW_CHARGE" | "RULE_REMOVED" | "FOUND_AGAIN";
        StreamFigures: {
            product: string;
            account: null | string;
            currency: string;
            cadence: null | string;
            isUsage: boolean;
            periods: components["schemas"]["PeriodFigures"][];
            /**
             * Format: date
             * @description Where the last charge's period ends and the next begins; null for usage and parts of periods.
             */
            nextChargeOn: null | string;
            /** Format: decimal */
            nextAmount: null | string;
        };
        SummaryView: {
            /**
             * Format: date
             * @description The day, in the shop's zone, from which it was seen.
             */
            asOf: string;
            currency: string;
            /** @description Open ones by verdict, kind and currency: currencies are never added up. */
            findings: components["schemas"]["SumView"][];
            /** @description The same in the shop's currency; of a verdict and kind whose currencies do not all have a rate there is none, and the sums stand for themselves. */
            totals: components["schemas"]["TotalView"][];
            /** @description Ids of the open LEAKs with the most money. */
            topFindings: string[];
            /** @description The last twelve months, one real charge once. */
            spend: components["schemas"]["SpendView"][];
            /** @description What a credit or charges that stopped have proven, by kind and currency; null in a summary from before this was computed. */
            confirmed?: null | components["schemas"]["SumView"][];
        };
        SumView: {
            verdict: components["schemas"]["Verdict"];
            savingsKind: null | components["schemas"]["SavingsKind"];
            currency: null | string;
            /** Format: decimal */
            amount: string;
            /** Format: int32 */
            count: number;
        };
        /** @description What a document says about the future or the past of the relation; see domain terms in docs/invoice-schema.md. */
        Term: {
            kind: components["schemas"]["TermKind"];
            productCode?: null | string;
            planName?: null | string;
            /** Format: decimal */
            amount?: null | string;
            /** Format: decimal */
            percent?: null | string;
            /** Format: date */
            from?: null | string;
            /**
             * Format: date
             * @description Exclusive.
             */
            until?: null | string;
            /** Format: int32 */
            days?: null | number;
            evidence?: null | components["schemas"]["Evidence"];
        };
        /** @enum {unknown} */
        TermKind: "PRICE_ANNOUNCED" | "PRICE_FIXED" | "RENEWAL_PRICE" | "USAGE_CAP" | "DISCOUNT" | "NOTICE_PERIOD" | "AUTO_RENEW" | "NO_AUTO_RENEW" | "CONTRACT_TERM" | "ORDERED" | "TRIAL_END" | "CANCELLATION_CONFIRMED" | "CANCELLATION_REFUSED" | "CANCELLATION_BOUNCED" | "RESUBSCRIBED" | "INSTRUCTION" | "PRORATION_POLICY";
        /** @enum {unknown} */
        TextOrigin: "TEXT" | "OCR";
        TokenUsage: {
            /**
             * Format: int64
             * @description Including Cached.
             */
            input?: number;
            /**
             * Format: int64
             * @description Input the vendor had seen shortly before and sells cheaper.
             */
            cached?: number;
            /**
             * Format: int64
             * @description Including reasoning.
             */
            output?: number;
            /** Format: int64 */
            total?: number;
        };
        TotalView: {
            verdict: components["schemas"]["Verdict"];
            savingsKind: null | components["schemas"]["SavingsKind"];
            /** Format: decimal */
            amount: string;
            /** Format: int32 */
            count: number;
            /**
             * Format: date
             * @description The day whose rates were used; null where all of it is in the shop's currency.
             */
            ratesOn: null | string;
        };
        UninstalledApp: {
            app: string;
            /** Format: date */
            at: string;
        };
        UploadView: {
            /** Format: uri */
            url: string;
            /** @description To be sent with the PUT exactly as they are. */
            headers: {
                [key: string]: string;
            };
            /** Format: date-time */
            expiresAt: string;
        };
        UsageView: {
            plan: components["schemas"]["Plan"];
            documents: components["schemas"]["ResourceUsageView"];
            languageModel: components["schemas"]["LanguageModelUsageView"];
        };
        /** @description What a shop pays one vendor for: the streams of recurring charges with their prices, and what is to be expected next. */
        VendorFigures: {
            name: string;
            category: null | string;
            function: null | string;
            aliases: string[];
            streams: components["schemas"]["StreamFigures"][];
            /** @description That it charged in during the last twelve months; null in figures written before it was noted. */
            currencies: null | string[];
        };
        VendorListItem: {
            /** @description What names of one vendor share; the address of the vendor. */
            key: string;
            name: string;
            /** Format: date */
            lastChargeOn: null | string;
            /**
             * Format: decimal
             * @description In the shop's currency.
             */
            paidInTwelveMonths: string;
        };
        VendorView: {
            key: string;
            /** Format: date */
            lastChargeOn: null | string;
            /** Format: decimal */
            paidInTwelveMonths: string;
            figures: components["schemas"]["VendorFigures"];
            overlay: null | components["schemas"]["OverlayView"];
        };
        /** @enum {unknown} */
        Verdict: "LEAK" | "WATCH" | "REVIEW";
        VersionView: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            state: components["schemas"]["DocumentState"];
            fileName: string;
            contentType: string;
            mimeType: null | string;
            /** Format: int64 */
            sizeBytes: number;
            sha256: string;
            /** Format: int32 */
            pageCount: null | number;
            error: null | components["schemas"]["ErrorView"];
            /** @description In order, as far as it has come; a stage ends where the next begins. */
            stages: components["schemas"]["StageView"][];
            /** @description Whether the file can still be downloaded. */
            hasOriginal: boolean;
        };
        /** @description An outage that reading waits for; it goes on by itself when that ends. */
        WaitingView: {
            /** @description Which of our dependencies does not answer: STORE_UNAVAILABLE, DATABASE_UNAVAILABLE, … */
            code: string;
            /**
             * Format: date-time
             * @description Its first attempt that met the outage.
             */
            since: string;
            /**
             * Format: date-time
             * @description When it is tried again.
             */
            nextTryAt: string;
        };
        Wanted: {
            vendor: string;
            type: components["schemas"]["LeakType"];
        };
        WorkerView: {
            /**
             * @description ok; busy: all hands are full; silent: a worker has a pulse but does not take the job; absent: no worker has a pulse;
             *     queue_down; database_down.
             */
            status: string;
            /** @description The version of the worker that ran the last synthetic job, as /version says it. */
            release: null | string;
            /**
             * Format: date-time
             * @description When it ran.
             */
            lastJobAt: null | string;
            /**
             * Format: date-time
             * @description The last heartbeat of any worker.
             */
            seenAt: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDocuments: {
        parameters: {
            query?: {
                /** @description Of the latest version; several are any of them. */
                state?: ("CREATED" | "UPLOADED" | "EXTRACTING" | "EXTRACTED" | "NORMALIZING" | "NORMALIZED" | "DETECTING" | "DONE" | "EXTRACTION_FAILED" | "NORMALIZATION_FAILED" | "DETECTION_FAILED" | "REJECTED")[];
                /** @description The parts of this container; documents that are no part when absent. */
                parentDocumentId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDocumentListItem"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDocumentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentUploadView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentUploadView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocument: {
        parameters: {
            query?: {
                versionId?: string;
            };
            header?: never;
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentPage: {
        parameters: {
            query?: {
                versionId?: string;
            };
            header?: never;
            path: {
                shopId: string;
                documentId: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentRows: {
        parameters: {
            query?: {
                versionId?: string;
                /** @description Begins with this row; for the place that evidence points to. */
                from?: number;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfRowView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentInvoices: {
        parameters: {
            query?: {
                /** @description From the page before. */
                cursor?: string;
                /** @description Rows of one page; 50 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                shopId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfInvoiceView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 when it has changed since. */
                "If-Match"?: string;
            };
            path: {
                shopId: string;
                documentId: string;
                position: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectInvoiceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Several are any of them; open and reopened ones when absent. */
                status?: ("OPEN" | "DISMISSED" | "RESOLVED" | "REOPENED")[];
                type?: ("INVOICE_MATH" | "MISSING_CREDIT" | "POST_CANCELLATION" | "UNINSTALLED_APP_CHARGE" | "DUPLICATE_CHARGE" | "TRIAL_TO_PAID" | "PRICE_INCREASE" | "MOM_SPIKE" | "UPCOMING_RENEWAL" | "OVERLAPPING_TOOLS")[];
                verdict?: ("LEAK" | "WATCH" | "REVIEW")[];
                /** @description Its canonical name, exactly. */
                vendor?: string;
                /** @description In the shop's currency. */
                minimumAmount?: string;
                /** @description AMOUNT (the most first) when absent; DEADLINE has the soonest first and those without one last. */
                sort?: string;
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingListView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
            };
            path: {
                shopId: string;
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissFindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissAllRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissedView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description en or ko: what the sentences of the answer are in; Content-Language says it. */
                "Accept-Language"?: string;
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShops: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopView"][];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeShop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 when it has changed since. */
                "If-Match"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeShopRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShopSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"][];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVendors: {
        parameters: {
            query?: {
                /** @description From the page before. */
                cursor?: string;
                /** @description Rows of one page; 50 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfVendorListItem"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
                vendorKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFacts: {
        parameters: {
            query?: {
                /** @description From the page before. */
                cursor?: string;
                /** @description Rows of one page; 50 when absent. */
                limit?: number;
                kind?: ("CANCELLATION" | "INSTALLED_APPS" | "PROMISED_CREDIT" | "TERM" | "WANTED" | "REVIEW_ANSWER")[];
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfFactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addInstalledApps: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstalledAppsSnapshot"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pasteInstalledApps: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PastedApps"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPromisedCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromisedCredit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTerm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContextTerm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWanted: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same key, the request runs once and is answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wanted"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
                factId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 when it has changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOrganizationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVendorOverlays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayView"][];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putVendorOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendorKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutOverlayRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayView"];
                };
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVendorOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendorKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; docs/errors.md has the codes. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorker: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
        };
    };
}
